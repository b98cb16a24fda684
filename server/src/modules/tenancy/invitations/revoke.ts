import type { Role } from '#lib/actor'
import { NotFound } from '#lib/refusal'
import type { Tx } from '#lib/tx'
import { permit } from '../permissions.ts'
import { openInvitations } from './open-invitations.ts'
import { withdraw } from './withdraw.ts'

/** Takes an invitation back before anybody has used it; its link leads nowhere from now on. */
export async function revoke(tx: Tx, id: string): Promise<void> {
  permit(tx, 'members.invite')
  const invitation = await openInvitations(tx)
    .select('invitation.role')
    .$narrowType<{ role: Role }>()
    .where('invitation.id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!invitation) throw new NotFound('invitation')

  if (invitation.role === 'owner') permit(tx, 'members.change-owners')
  await withdraw(tx, [id])
}
