import { announce } from '#lib/facts/announce'
import { newId } from '#lib/id'
import { InvalidInput } from '#lib/refusal'
import type { Tx } from '#lib/tx'
import { holdMembers } from '../members/hold-members.ts'
import { permit } from '../permissions.ts'
import { endOf, type NewInvitation } from './invitation.ts'
import { hashOf, newToken } from './token.ts'

/** Makes an invitation that holds for seven days and one person; its token is known here and nowhere else. Only owners invite owners. */
export async function invite(tx: Tx, { role, email }: NewInvitation): Promise<{ id: string; token: string }> {
  const { actor } = await holdMembers(tx, 'members.invite')
  if (role === 'owner') permit({ actor }, 'members.change-owners')
  if (actor.kind !== 'member') throw new Error('only members invite')
  if (email) await refuseColleague(tx, email)

  const id = newId()
  const token = newToken()
  await tx.db
    .insertInto('tenancy.invitation')
    .values({
      id,
      role,
      email: email ?? null,
      tokenHash: hashOf(token),
      invitedBy: actor.id,
      createdAt: tx.now,
      expiresAt: endOf(tx.now),
    })
    .execute()
  await announce(tx, 'tenancy.invitation_made', { subjectId: id, details: { invitationId: id, role } })
  return { id, token }
}

async function refuseColleague(tx: Tx, email: string): Promise<void> {
  const colleague = await tx.db
    .selectFrom('tenancy.colleague')
    .select('id')
    .where('tenantId', '=', tx.tenantId)
    .where('removedAt', 'is', null)
    .where('email', '=', email)
    .executeTakeFirst()
  if (!colleague) return
  throw new InvalidInput([{ path: 'email', message: 'They work here already.', code: 'already_member' }])
}
