import { announce } from '#lib/facts/announce'
import { NotFound } from '#lib/refusal'
import type { Tx } from '#lib/tx'
import { withdrawBeyond } from '../invitations/withdraw.ts'
import { permit } from '../permissions.ts'
import { revokeBeyond } from '../tokens/revoke-beyond.ts'
import { holdMembers } from './hold-members.ts'
import { refuseLastOwner } from './last-owner.ts'

/**
 * Ends a membership at once: the person's next request finds no workspace and their live streams end. Everybody may leave;
 * only owners remove owners, and the last one stays: `last_owner`.
 */
export async function removeMember(tx: Tx, memberId: string): Promise<void> {
  const isLeaving = tx.actor.kind === 'member' && tx.actor.id === memberId
  const { actor, present } = await holdMembers(tx, isLeaving ? 'members.leave' : 'members.remove')
  const member = present.find(({ id }) => id === memberId)
  if (!member) throw new NotFound('member')
  if (member.role === 'owner' && !isLeaving) permit({ actor }, 'members.change-owners')
  if (member.role === 'owner') refuseLastOwner(present)

  await tx.db
    .updateTable('tenancy.member')
    .set({ removedAt: tx.now, removedBy: actor.kind === 'member' ? actor.id : null })
    .where('tenantId', '=', tx.tenantId)
    .where('id', '=', memberId)
    .execute()
  await withdrawBeyond(tx, memberId, null)
  await revokeBeyond(tx, memberId, null)
  await announce(tx, 'tenancy.member_removed', {
    subjectId: memberId,
    details: { memberId, userId: member.userId, role: member.role },
  })
}
