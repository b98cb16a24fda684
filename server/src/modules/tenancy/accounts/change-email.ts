import { InvalidInput } from '#lib/refusal'
import type { Tx } from '#lib/tx'
import { EmailTaken } from '../refusals.ts'
import { announceAccount } from './announce.ts'
import { burnLetters, findLetter, takeLetter, writeLetter } from './letters.ts'
import { addressInUseMail, confirmEmailMail, emailChangeAskedMail, emailChangedMail } from './mails.ts'
import { provePassword } from './password-of.ts'
import { type AccountContext, asThemselves, type Person } from './person.ts'
import { LinkUnusable } from './refusals.ts'

/**
 * Sends a link to the new address, and word of it to the old one. Nothing changes before the link is used. Whether the new
 * address has an account is not told to who asks, but to that account’s owner, in the place of the link.
 */
export async function requestEmailChange(
  context: AccountContext,
  person: Person,
  { email, password }: { email: string; password: string },
): Promise<void> {
  if (email === person.email)
    throw new InvalidInput([{ path: 'email', message: 'This is your address already.', code: 'same_address' }])
  await provePassword(context, person.id, { password, field: 'password' })
  const { token, isFree } = await context.withTenant(asThemselves(context, person.id), async (tx) => ({
    token: await writeLetter(tx, person.id, 'email_change', email),
    isFree: !(await isTaken(tx, email)),
  }))
  await context.writeMail(emailChangeAskedMail(person, email, `${context.publicUrl}/forgot-password`))
  const link = `${context.publicUrl}/confirm-email/${token}`
  await context.writeMail(isFree ? confirmEmailMail({ name: person.name, email }, link) : addressInUseMail(email))
}

/** Makes the address theirs that the link was sent to; refuses with `not_found`, or `email_taken` when it was taken meanwhile. */
export async function confirmEmailChange(context: AccountContext, token: string): Promise<{ email: string }> {
  const found = await findLetter(context.database.app, token, 'email_change', context.clock.now())
  if (!found) throw new LinkUnusable()
  const { personId } = found
  const { before, email } = await context.withTenant(asThemselves(context, personId), async (tx) => {
    const email = await takeLetter(tx, token, 'email_change')
    if (email === undefined) throw new LinkUnusable()
    const before = await personIn(tx, personId)
    await moveTo(tx, personId, email)
    // A link to the old address must not open the account any more.
    await burnLetters(tx, personId)
    await announceAccount(tx, personId, 'tenancy.account_email_changed', { from: before.email, to: email })
    return { before, email }
  })
  await context.writeMail(emailChangedMail(before, email))
  return { email }
}

/** Takes the wish back. */
export async function cancelEmailChange(context: AccountContext, personId: string): Promise<void> {
  await context.withTenant(asThemselves(context, personId), (tx) =>
    tx.db.deleteFrom('auth.letter').where('userId', '=', personId).where('purpose', '=', 'email_change').execute(),
  )
}

async function isTaken(tx: Tx, email: string): Promise<boolean> {
  return (await tx.db.selectFrom('auth.user').select('id').where('email', '=', email).executeTakeFirst()) !== undefined
}

async function personIn(tx: Tx, id: string): Promise<Person> {
  return tx.db
    .selectFrom('auth.user')
    .select(['id', 'name', 'email'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirstOrThrow()
}

async function moveTo(tx: Tx, personId: string, email: string): Promise<void> {
  try {
    await tx.db
      .updateTable('auth.user')
      .set({ email, emailVerified: true, updatedAt: tx.now })
      .where('id', '=', personId)
      .execute()
  } catch (error) {
    // Somebody signed up with it since it was asked for; they hold it, the bearer of the link reads its mails.
    if ((error as { code?: string }).code === '23505') throw new EmailTaken()
    throw error
  }
}
