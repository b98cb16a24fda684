import { announceAccount } from './announce.ts'
import { type AccountContext, asThemselves } from './person.ts'

/** Ends the session of these headers, if there is one, and its live streams; answers the cookies that make a browser forget it. */
export async function signOut(context: AccountContext, from: Headers): Promise<readonly string[]> {
  const visitor = await context.accounts.whoIs(from)
  const cookies = await context.accounts.signOut(from)
  if (visitor) {
    await context.withTenant(asThemselves(context, visitor.id), (tx) =>
      announceAccount(tx, visitor.id, 'tenancy.account_signed_out', {}),
    )
  }
  return cookies
}
