import { newId } from '#lib/id'
import { storableText } from '#lib/storable-text'
import { EmailTaken } from '../../refusals.ts'
import { type AccountContext, asThemselves } from '../person.ts'
import type { Newcomer } from './come-in.ts'
import { type Identity, wordFor } from './issuer.ts'
import { link } from './link.ts'

/** Makes an account that has no password, for an identity whose address its issuer vouches for. Refuses with `email_taken`. */
export async function makeAccountFor(
  context: AccountContext,
  { email, name }: Newcomer,
  identity: Identity,
): Promise<string> {
  const id = newId()
  return context.withTenant(asThemselves(context, id), async (tx) => {
    const made = await tx.db
      .insertInto('auth.user')
      .values({ id, email, name: storableText(name), emailVerified: true })
      .onConflict((conflict) => conflict.column('email').doNothing())
      .returning('id')
      .executeTakeFirst()
    if (!made) throw new EmailTaken()
    await link(tx, id, identity, wordFor(identity.issuer, context.issuer))
    return id
  })
}
