import type { Role } from '#lib/actor'
import { announceEach } from '#lib/facts/announce'
import type { Facts } from '#lib/facts/types'
import { NotFound } from '#lib/refusal'
import type { Tx } from '#lib/tx'
import { permit } from '../permissions.ts'

/** Ends a token at once: its next request is refused and its live streams end. What owners made, only owners revoke. */
export async function revokeToken(tx: Tx, id: string): Promise<void> {
  permit(tx, 'tokens.revoke')
  const token = await tx.db
    .selectFrom('tenancy.token as token')
    .innerJoin('tenancy.member as maker', (join) =>
      join.onRef('maker.tenantId', '=', 'token.tenantId').onRef('maker.id', '=', 'token.madeBy'),
    )
    .select('maker.role')
    .$narrowType<{ role: Role }>()
    .where('token.tenantId', '=', tx.tenantId)
    .where('token.id', '=', id)
    .where('token.revokedAt', 'is', null)
    .executeTakeFirst()
  if (!token) throw new NotFound('token')
  if (token.role === 'owner') permit(tx, 'members.change-owners')
  await revokeEach(tx, [id], 'asked')
}

/** Ends these tokens, as far as they work still. */
export async function revokeEach(
  tx: Tx,
  ids: readonly string[],
  because: Facts['tenancy.token_revoked']['because'],
): Promise<void> {
  if (ids.length === 0) return
  const revoked = await tx.db
    .updateTable('tenancy.token')
    .set({ revokedAt: tx.now, revokedBy: tx.actor.kind === 'member' ? tx.actor.id : null })
    .where('tenantId', '=', tx.tenantId)
    .where('id', 'in', ids)
    .where('revokedAt', 'is', null)
    .returning('id')
    .execute()
  const facts = revoked.map(({ id }) => ({ subjectId: id, details: { tokenId: id, because } }))
  await announceEach(tx, 'tenancy.token_revoked', facts)
}
