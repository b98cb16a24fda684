import { announceAccount } from '../announce.ts'
import { provePassword } from '../password-of.ts'
import { type AccountContext, asThemselves, type Person } from '../person.ts'
import { SecondFactorOff } from '../refusals.ts'
import { replaceRecoveryCodes } from './recovery-codes.ts'
import { holdSecondFactor } from './secret.ts'

/** Ten new recovery codes, shown this one time; those before them are worth nothing any more. */
export async function renewRecoveryCodes(context: AccountContext, person: Person, password: string): Promise<string[]> {
  await provePassword(context, person.id, { password, field: 'password' })
  return context.withTenant(asThemselves(context, person.id), async (tx) => {
    const held = await holdSecondFactor(tx, context.sealer, person.id)
    if (!held?.isOn) throw new SecondFactorOff()
    await announceAccount(tx, person.id, 'tenancy.account_recovery_codes_renewed', {})
    return replaceRecoveryCodes(tx, person.id, held.secret)
  })
}
