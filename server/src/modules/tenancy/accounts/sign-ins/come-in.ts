import { Email } from '../../email.ts'
import type { AccountContext } from '../person.ts'
import { EmailUnverified, LinkFirst } from '../refusals.ts'
import type { Identity } from './issuer.ts'
import { linkTo } from './link.ts'
import { ownerOf } from './queries.ts'

/** An address somebody may make an account with: their issuer vouches for it, and nobody has one. */
export interface Newcomer {
  readonly email: string
  readonly name: string
}

/**
 * Whose account the identity opens. An account with the same address is linked only when both sides know the address to be
 * theirs; otherwise anybody could wait in it for its owner: `link_first`. Answers a newcomer when there is no account.
 */
export async function whoComesIn(
  context: AccountContext,
  identity: Identity,
): Promise<{ personId: string } | { newcomer: Newcomer }> {
  const known = await ownerOf(context.database.app, identity)
  if (known) return { personId: known }

  const email = Email.safeParse(identity.email)
  if (!email.success || !identity.isEmailVerified) throw new EmailUnverified()
  const owner = await context.database.app
    .selectFrom('auth.user')
    .select(['id', 'emailVerified'])
    .where('email', '=', email.data)
    .executeTakeFirst()
  if (!owner) return { newcomer: { email: email.data, name: nameFor(identity, email.data) } }
  if (!owner.emailVerified) throw new LinkFirst()
  await linkTo(context, owner.id, identity)
  return { personId: owner.id }
}

function nameFor({ name }: Identity, email: string): string {
  return (name?.trim() || (email.split('@')[0] ?? email)).slice(0, 120)
}
