import { announceAccount } from '../announce.ts'
import { secondFactorMail } from '../mails.ts'
import { provePassword } from '../password-of.ts'
import { type AccountContext, asThemselves, type Person } from '../person.ts'
import { SecondFactorOff, SecondFactorOn, WrongCode } from '../refusals.ts'
import { replaceRecoveryCodes } from './recovery-codes.ts'
import { holdSecondFactor, putSecret } from './secret.ts'
import { newSecret, uriFor } from './totp.ts'
import { useTotp } from './use-code.ts'

/** Makes a secret for an authenticator. Nothing is asked for at sign-in until a code of it has been shown. */
export async function prepareSecondFactor(
  context: AccountContext,
  person: Person,
  password: string,
): Promise<{ secret: string; uri: string }> {
  await provePassword(context, person.id, { password, field: 'password' })
  const secret = newSecret()
  await context.withTenant(asThemselves(context, person.id), async (tx) => {
    const held = await holdSecondFactor(tx, context.sealer, person.id)
    if (held?.isOn) throw new SecondFactorOn()
    await putSecret(tx, context.sealer, person.id, secret)
  })
  return { secret, uri: uriFor(secret, person.email) }
}

/** Asks for codes from now on, once a first one was right. Answers the recovery codes, this one time. */
export async function turnOnSecondFactor(context: AccountContext, person: Person, code: string): Promise<string[]> {
  const codes = await context.withTenant(asThemselves(context, person.id), async (tx) => {
    const held = await holdSecondFactor(tx, context.sealer, person.id)
    if (!held) throw new SecondFactorOff()
    if (held.isOn) throw new SecondFactorOn()
    if (!(await useTotp(tx, person.id, held, code))) throw new WrongCode()
    await tx.db.updateTable('auth.secondFactor').set({ confirmedAt: tx.now }).where('userId', '=', person.id).execute()
    await announceAccount(tx, person.id, 'tenancy.account_second_factor_enabled', {})
    return replaceRecoveryCodes(tx, person.id, held.secret)
  })
  await context.writeMail(secondFactorMail(person, 'on'))
  return codes
}
