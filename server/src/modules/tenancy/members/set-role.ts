import type { Role } from '#lib/actor'
import { announce } from '#lib/facts/announce'
import type { Tx } from '#lib/tx'
import { withdrawBeyond } from '../invitations/withdraw.ts'
import { revokeBeyond } from '../tokens/revoke-beyond.ts'
import type { PresentMember } from './hold-members.ts'

/** Writes down a member's new role. Whether it may be given is the caller's question; a role they have already changes nothing. */
export async function setRole(tx: Tx, member: PresentMember, role: Role): Promise<void> {
  if (member.role === role) return
  await tx.db
    .updateTable('tenancy.member')
    .set({ role })
    .where('tenantId', '=', tx.tenantId)
    .where('id', '=', member.id)
    .execute()
  await withdrawBeyond(tx, member.id, role)
  await revokeBeyond(tx, member.id, role)
  await announce(tx, 'tenancy.member_role_changed', {
    subjectId: member.id,
    details: { memberId: member.id, from: member.role, to: role },
  })
}
