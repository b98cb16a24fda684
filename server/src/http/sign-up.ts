import { InvalidInput, Refusal } from '#lib/refusal'
import { acceptInvitation, readLetter, type SignedIn, SignUpClosed } from '#tenancy'
import type { App } from '../app.ts'

interface NewAccount {
  readonly name: string
  readonly email: string
  readonly password: string
  /** Opens the door where only the first may come in by themselves, and brings them into its workspace. */
  readonly invitationToken?: string | undefined
}

/** Makes an account, signed in, and a member where it was invited; or refuses with `sign_up_closed`, or as the invitation does. */
export async function signUp(
  app: App,
  { invitationToken, ...account }: NewAccount,
  headers: Headers,
): Promise<SignedIn> {
  if (invitationToken !== undefined) await refuseWrongBearer(app, invitationToken, account.email)
  else if (app.config.signUp === 'first' && (await hasAccounts(app))) throw new SignUpClosed()

  const signedIn = await app.accounts.signUp(account, headers)
  if (invitationToken !== undefined) await enter(app, signedIn, invitationToken)
  return signedIn
}

async function refuseWrongBearer(app: App, token: string, email: string): Promise<void> {
  const letter = await readLetter(app, token)
  if (letter.email === null || letter.email === email) return
  throw new InvalidInput([{ path: 'email', message: 'The invitation is for another address.', code: 'other_address' }])
}

/** Somebody may use the link in between; the account is there all the same, so its owner is told so by signing them in. */
async function enter(app: App, { user }: SignedIn, token: string): Promise<void> {
  await acceptInvitation(app, user, token).catch((error: unknown) => {
    if (!(error instanceof Refusal)) throw error
  })
}

async function hasAccounts(app: App): Promise<boolean> {
  return (await app.database.app.selectFrom('auth.user').select('id').limit(1).executeTakeFirst()) !== undefined
}
