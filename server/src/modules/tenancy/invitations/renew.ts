import type { Role } from '#lib/actor'
import { announce } from '#lib/facts/announce'
import { NotFound } from '#lib/refusal'
import type { Tx } from '#lib/tx'
import { holdMembers } from '../members/hold-members.ts'
import { permit } from '../permissions.ts'
import { endOf } from './invitation.ts'
import { openInvitations } from './open-invitations.ts'
import { hashOf, newToken } from './token.ts'

/** Gives an invitation nobody has used a new token and seven days more; the old link leads nowhere. Whoever renews it is the one who invites. */
export async function renew(tx: Tx, id: string): Promise<string> {
  const { actor } = await holdMembers(tx, 'members.invite')
  if (actor.kind !== 'member') throw new Error('only members invite')
  const invitation = await openInvitations(tx)
    .select('invitation.role')
    .$narrowType<{ role: Role }>()
    .where('invitation.id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!invitation) throw new NotFound('invitation')
  if (invitation.role === 'owner') permit({ actor }, 'members.change-owners')

  const token = newToken()
  await tx.db
    .updateTable('tenancy.invitation')
    .set({ tokenHash: hashOf(token), invitedBy: actor.id, expiresAt: endOf(tx.now) })
    .where('tenantId', '=', tx.tenantId)
    .where('id', '=', id)
    .execute()
  await announce(tx, 'tenancy.invitation_renewed', { subjectId: id, details: { invitationId: id } })
  return token
}
