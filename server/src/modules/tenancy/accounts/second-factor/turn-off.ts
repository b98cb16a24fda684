import { announceAccount } from '../announce.ts'
import { secondFactorMail } from '../mails.ts'
import { provePassword } from '../password-of.ts'
import { type AccountContext, asThemselves, type Person } from '../person.ts'
import { SecondFactorOff } from '../refusals.ts'

/** Asks for no more codes; the secret and the recovery codes are forgotten. */
export async function turnOffSecondFactor(context: AccountContext, person: Person, password: string): Promise<void> {
  await provePassword(context, person.id, { password, field: 'password' })
  await context.withTenant(asThemselves(context, person.id), async (tx) => {
    const gone = await tx.db
      .deleteFrom('auth.secondFactor')
      .where('userId', '=', person.id)
      .where('confirmedAt', 'is not', null)
      .returning('userId')
      .executeTakeFirst()
    if (!gone) throw new SecondFactorOff()
    await announceAccount(tx, person.id, 'tenancy.account_second_factor_disabled', {})
  })
  await context.writeMail(secondFactorMail(person, 'off'))
}
