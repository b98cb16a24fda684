import { newId } from '#lib/id'
import { NotFound } from '#lib/refusal'
import type { Tx } from '#lib/tx'
import { announceAccount } from '../announce.ts'
import { passwordOf } from '../password-of.ts'
import { type AccountContext, asThemselves } from '../person.ts'
import { LinkedElsewhere, NoPassword } from '../refusals.ts'
import { type Identity, wordFor } from './issuer.ts'

/** Lets an identity at another service open this account; refuses with `linked_elsewhere` when it opens another one. */
export async function link(tx: Tx, personId: string, { issuer, subject }: Identity, service: string): Promise<void> {
  const linked = await tx.db
    .insertInto('auth.account')
    .values({ id: newId(), userId: personId, providerId: issuer, accountId: subject })
    .onConflict((conflict) => conflict.columns(['providerId', 'accountId']).doNothing())
    .returning('id')
    .executeTakeFirst()
  if (linked) return announceAccount(tx, personId, 'tenancy.account_sign_in_linked', { service })

  const { userId } = await tx.db
    .selectFrom('auth.account')
    .select('userId')
    .where('providerId', '=', issuer)
    .where('accountId', '=', subject)
    .executeTakeFirstOrThrow()
  if (userId !== personId) throw new LinkedElsewhere()
}

/** The same, as an act of its own: for somebody who is signed in. */
export async function linkTo(context: AccountContext, personId: string, identity: Identity): Promise<void> {
  await context.withTenant(asThemselves(context, personId), (tx) =>
    link(tx, personId, identity, wordFor(identity.issuer, context.issuer)),
  )
}

/** Takes that away again; refuses with `no_password` where it is the only way in. */
export async function unlink(context: AccountContext, personId: string, id: string): Promise<void> {
  await context.withTenant(asThemselves(context, personId), async (tx) => {
    if ((await passwordOf(tx.db, personId)) === null) throw new NoPassword()
    const gone = await tx.db
      .deleteFrom('auth.account')
      .where('userId', '=', personId)
      .where('id', '=', id)
      .where('providerId', '!=', 'credential')
      .returning('providerId')
      .executeTakeFirst()
    if (!gone) throw new NotFound('sign-in')
    await announceAccount(tx, personId, 'tenancy.account_sign_in_unlinked', {
      service: wordFor(gone.providerId, context.issuer),
    })
  })
}
