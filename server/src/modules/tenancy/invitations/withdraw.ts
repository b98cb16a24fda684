import type { Role } from '#lib/actor'
import { announceEach } from '#lib/facts/announce'
import type { Tx } from '#lib/tx'
import { rolesToGive } from './invitation.ts'
import { openInvitations } from './open-invitations.ts'

/** Takes back the invitations a member made and may make no longer: all of them once they are gone (`role` null). */
export async function withdrawBeyond(tx: Tx, memberId: string, role: Role | null): Promise<void> {
  const still = role === null ? [] : rolesToGive(role)
  const beyond = await openInvitations(tx)
    .select('invitation.id')
    .where('invitation.invitedBy', '=', memberId)
    .$if(still.length > 0, (query) => query.where('invitation.role', 'not in', still))
    .execute()
  await withdraw(
    tx,
    beyond.map(({ id }) => id),
  )
}

/** Takes these back, as far as nobody was faster and accepted. */
export async function withdraw(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  const withdrawn = await tx.db
    .updateTable('tenancy.invitation')
    .set({ revokedAt: tx.now, revokedBy: tx.actor.kind === 'member' ? tx.actor.id : null })
    .where('tenantId', '=', tx.tenantId)
    .where('id', 'in', ids)
    .where('acceptedAt', 'is', null)
    .where('revokedAt', 'is', null)
    .returning('id')
    .execute()
  const facts = withdrawn.map(({ id }) => ({ subjectId: id, details: { invitationId: id } }))
  await announceEach(tx, 'tenancy.invitation_revoked', facts)
}
