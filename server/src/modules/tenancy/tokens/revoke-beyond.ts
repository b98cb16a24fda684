import type { Role } from '#lib/actor'
import type { Tx } from '#lib/tx'
import { rolesFor } from '../permissions.ts'
import { revokeEach } from './revoke.ts'

/** Ends the tokens of a member who may make none any more: once they are gone (`role` null), or under a role that may not. */
export async function revokeBeyond(tx: Tx, memberId: string, role: Role | null): Promise<void> {
  if (role !== null && rolesFor('tokens.make').includes(role)) return
  const tokens = await tx.db
    .selectFrom('tenancy.token')
    .select('id')
    .where('tenantId', '=', tx.tenantId)
    .where('revokedAt', 'is', null)
    .where('madeBy', '=', memberId)
    .execute()
  const ids = tokens.map(({ id }) => id)
  await revokeEach(tx, ids, role === null ? 'maker_gone' : 'maker_demoted')
}
