import { provePassword } from './password-of.ts'
import { sayPasswordChanged } from './password-reset.ts'
import { type AccountContext, asThemselves, type Visitor } from './person.ts'
import { setPassword } from './set-password.ts'

/** Changes the password of who knows the present one; every other session of theirs ends. */
export async function changePassword(
  context: AccountContext,
  visitor: Visitor,
  { currentPassword, password }: { currentPassword: string; password: string },
): Promise<void> {
  await provePassword(context, visitor.id, { password: currentPassword, field: 'currentPassword' })
  const hash = await context.accounts.passwords.hash(password)
  await context.withTenant(asThemselves(context, visitor.id), (tx) =>
    setPassword(tx, visitor.id, { hash, stay: visitor.sessionId, by: 'person' }),
  )
  await sayPasswordChanged(context, visitor)
}
