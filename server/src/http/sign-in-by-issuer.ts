import { type AccountContext, admit, type Identity, makeAccountFor, type SignInAnswer, whoComesIn } from '#tenancy'
import type { App } from '../app.ts'
import { asInvited } from './sign-up.ts'

/** Lets in whom the issuer vouches for; who has no account gets one where sign-up is open to them. */
export async function signInByIssuer(
  app: App,
  context: AccountContext,
  identity: Identity,
  { invitationToken }: { invitationToken?: string | undefined },
  from: Headers,
): Promise<SignInAnswer> {
  const found = await whoComesIn(context, identity)
  if ('personId' in found) return admit(context, found.personId, from)
  const { newcomer } = found
  return asInvited(
    { ...app, ...(context.origin ? { origin: context.origin } : {}) },
    { email: newcomer.email, invitationToken },
    async () => context.accounts.enter(await makeAccountFor(context, newcomer, identity), from),
  )
}
