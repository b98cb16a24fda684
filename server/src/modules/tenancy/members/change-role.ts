import type { Role } from '#lib/actor'
import { NotFound } from '#lib/refusal'
import type { Tx } from '#lib/tx'
import { permit } from '../permissions.ts'
import { holdMembers } from './hold-members.ts'
import { refuseLastOwner } from './last-owner.ts'
import { setRole } from './set-role.ts'

/** Gives a member another role. Only owners make or unmake owners, and the last one stays: `last_owner`. */
export async function changeRole(tx: Tx, memberId: string, role: Role): Promise<void> {
  const { actor, present } = await holdMembers(tx, 'members.change')
  const member = present.find(({ id }) => id === memberId)
  if (!member) throw new NotFound('member')
  if (member.role === role) return

  if (member.role === 'owner' || role === 'owner') permit({ actor }, 'members.change-owners')
  if (member.role === 'owner') refuseLastOwner(present)
  await setRole(tx, member, role)
}
