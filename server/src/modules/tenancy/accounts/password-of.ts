import type { Kysely } from 'kysely'
import type { DB } from '#lib/database/schema.gen'
import type { AccountContext } from './person.ts'
import { NoPassword, WrongPassword } from './refusals.ts'

/** The hash of a person's password; null when they have none. */
export async function passwordOf(db: Kysely<DB>, personId: string): Promise<string | null> {
  const row = await db
    .selectFrom('auth.account')
    .select('password')
    .where('userId', '=', personId)
    .where('providerId', '=', 'credential')
    .executeTakeFirst()
  return row?.password ?? null
}

/** Lets pass who knows their password; refuses with `wrong_password` at the field, or `no_password`. */
export async function provePassword(
  { accounts, database }: Pick<AccountContext, 'accounts' | 'database'>,
  personId: string,
  { password, field }: { password: string; field: string },
): Promise<void> {
  const hash = await passwordOf(database.app, personId)
  if (hash === null) throw new NoPassword()
  if (!(await accounts.passwords.isRight(password, hash))) throw new WrongPassword(field)
}
