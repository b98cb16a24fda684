import { announce } from '#lib/facts/announce'
import { newId } from '#lib/id'
import { InvalidInput } from '#lib/refusal'
import type { Tx } from '#lib/tx'
import { holdMembers } from '../members/hold-members.ts'
import { TooManyTokens } from '../refusals.ts'
import { scopesFor } from './scopes.ts'
import { hashOfSecret, hintOf, newSecret } from './secret.ts'
import { mostTokens, type NewToken } from './token.ts'

/**
 * Makes a token that acts for its maker within the scopes; its secret is known here and nowhere else. Refuses scopes that
 * would give nothing to somebody of the maker's role, an end in the past, and more than a hundred: `too_many_tokens`.
 */
export async function makeToken(tx: Tx, wish: NewToken): Promise<{ id: string; secret: string }> {
  // Held: who is removed or demoted in this moment leaves no token behind.
  const { actor } = await holdMembers(tx, 'tokens.make')
  if (actor.kind !== 'member') throw new Error('only members make tokens')
  const givable = scopesFor(actor.role).map(({ scope }) => scope)
  refuseUnknownScopes(wish.scopes, givable)
  const expiresAt = readEnd(tx, wish.expiresAt)
  if ((await countTokens(tx)) >= mostTokens) throw new TooManyTokens(mostTokens)

  const id = newId()
  const secret = newSecret()
  const { name, scopes } = wish
  const kept = { tokenHash: hashOfSecret(secret), hint: hintOf(secret), madeBy: actor.id, createdAt: tx.now }
  await tx.db
    .insertInto('tenancy.token')
    .values({ id, name, scopes, expiresAt, ...kept })
    .execute()
  const details = { tokenId: id, scopes, expiresAt: expiresAt?.toISOString() ?? null }
  await announce(tx, 'tenancy.token_made', { subjectId: id, details })
  return { id, secret }
}

function refuseUnknownScopes(scopes: readonly string[], givable: readonly string[]): void {
  const unknown = scopes.filter((scope) => !givable.includes(scope))
  if (unknown.length === 0) return
  const message = `You can’t give this to a token: ${unknown.join(', ')}.`
  throw new InvalidInput([{ path: 'scopes', message, code: 'unknown_scope' }])
}

function readEnd(tx: Tx, end: string | null | undefined): Date | null {
  if (end === null || end === undefined) return null
  const expiresAt = new Date(end)
  if (expiresAt > tx.now) return expiresAt
  throw new InvalidInput([{ path: 'expiresAt', message: 'Choose a moment in the future.', code: 'in_the_past' }])
}

async function countTokens(tx: Tx): Promise<number> {
  const { count } = await tx.db
    .selectFrom('tenancy.token')
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .where('tenantId', '=', tx.tenantId)
    .where('revokedAt', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(count)
}
