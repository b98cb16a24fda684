import { findLetter, takeLetter, writeLetter } from './letters.ts'
import { passwordChangedMail, passwordResetMail } from './mails.ts'
import { type AccountContext, asThemselves, type Person } from './person.ts'
import { LinkUnusable } from './refusals.ts'
import { setPassword } from './set-password.ts'

/** Sends a link for a new password to whoever has an account with this address. Says nothing about whether anybody has. */
export async function requestPasswordReset(context: AccountContext, email: string): Promise<void> {
  const person = await context.database.app
    .selectFrom('auth.user')
    .select(['id', 'name', 'email'])
    .where('email', '=', email)
    .executeTakeFirst()
  if (!person) return
  const token = await context.withTenant(asThemselves(context, person.id), (tx) =>
    writeLetter(tx, person.id, 'password_reset', person.email),
  )
  await context.writeMail(passwordResetMail(person, `${context.publicUrl}/reset-password/${token}`))
}

/** Takes the new password of whoever bears the link, ends all their sessions, and uses the link up; or refuses with `not_found`. */
export async function resetPassword(
  context: AccountContext,
  { token, password }: { token: string; password: string },
): Promise<void> {
  const found = await findLetter(context.database.app, token, 'password_reset', context.clock.now())
  if (!found) throw new LinkUnusable()
  const { personId } = found
  const hash = await context.accounts.passwords.hash(password)
  const person = await context.withTenant(asThemselves(context, personId), async (tx) => {
    const email = await takeLetter(tx, token, 'password_reset')
    if (email === undefined) throw new LinkUnusable()
    await setPassword(tx, personId, { hash, by: 'link' })
    // Whoever reads the mails sent there has the address.
    return tx.db
      .updateTable('auth.user')
      .set({ emailVerified: true, updatedAt: tx.now })
      .where('id', '=', personId)
      .returning(['id', 'name', 'email'])
      .executeTakeFirstOrThrow()
  })
  await sayPasswordChanged(context, person)
}

export async function sayPasswordChanged(context: AccountContext, person: Person): Promise<void> {
  await context.writeMail(passwordChangedMail(person, `${context.publicUrl}/forgot-password`))
}
