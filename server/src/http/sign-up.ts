import { sql } from 'kysely'
import { system } from '#lib/actor'
import { InvalidInput, Refusal } from '#lib/refusal'
import type { Origin } from '#lib/tx'
import { acceptInvitation, readLetter, type SignedIn, SignUpClosed } from '#tenancy'
import type { App } from '../app.ts'

/** The app, and from where somebody comes. */
type Visited = App & { readonly origin?: Origin }

interface NewAccount {
  readonly name: string
  readonly email: string
  readonly password: string
  /** Opens the door where only the first may come in by themselves, and brings them into its workspace. */
  readonly invitationToken?: string | undefined
}

/** Makes an account, signed in, and a member where it was invited; or refuses with `sign_up_closed`, or as the invitation does. */
export async function signUp(
  app: Visited,
  { invitationToken, ...account }: NewAccount,
  headers: Headers,
): Promise<SignedIn> {
  return asInvited(app, { email: account.email, invitationToken }, () => app.accounts.signUp(account, headers))
}

/** Makes an account in whatever way, where its owner may have one. */
export async function asInvited(
  app: Visited,
  { email, invitationToken }: { email: string; invitationToken?: string | undefined },
  make: () => Promise<SignedIn>,
): Promise<SignedIn> {
  if (invitationToken === undefined) return asUninvited(app, make)
  await refuseWrongBearer(app, invitationToken, email)
  const signedIn = await make()
  await enter(app, signedIn, invitationToken)
  return signedIn
}

function asUninvited(app: App, make: () => Promise<SignedIn>): Promise<SignedIn> {
  if (app.config.signUp === 'closed') throw new SignUpClosed()
  return app.config.signUp === 'first' ? asTheFirst(app, make) : make()
}

// No tenant has this id: what is locked under it is locked for the whole installation.
const nobody = { tenantId: '00000000-0000-0000-0000-000000000000', actor: system }

/** Of several who come first at the same moment, one does: each looks only when those before are done. */
function asTheFirst(app: App, make: () => Promise<SignedIn>): Promise<SignedIn> {
  return app.withTenant(nobody, async (tx) => {
    await sql`select pg_advisory_xact_lock(hashtextextended('the first account', 0))`.execute(tx.db)
    if (await hasAccounts(app)) throw new SignUpClosed()
    return make()
  })
}

async function refuseWrongBearer(app: App, token: string, email: string): Promise<void> {
  const letter = await readLetter(app, token)
  if (letter.email === null || letter.email === email) return
  throw new InvalidInput([{ path: 'email', message: 'The invitation is for another address.', code: 'other_address' }])
}

/** Somebody may use the link in between; the account is there all the same, so its owner is told so by signing them in. */
async function enter(app: Visited, { user }: SignedIn, token: string): Promise<void> {
  await acceptInvitation(app, user, token).catch((error: unknown) => {
    if (!(error instanceof Refusal)) throw error
  })
}

async function hasAccounts(app: App): Promise<boolean> {
  return (await app.database.app.selectFrom('auth.user').select('id').limit(1).executeTakeFirst()) !== undefined
}
