import type { z } from 'zod'
import { type Role, system } from '#lib/actor'
import type { Context } from '#lib/context'
import { announce } from '#lib/facts/announce'
import { newId } from '#lib/id'
import type { Origin, Principal, Tx } from '#lib/tx'
import type { Person } from '../accounts/person.ts'
import { InvitedSomebodyElse, NoSuchInvitation } from '../refusals.ts'
import type { WorkspaceOfMine } from '../workspace.ts'
import { letterOf } from './read-letter.ts'
import { hashOf, locateInvitation } from './token.ts'

/**
 * Makes the person a member, and uses the invitation up: of several who try at once, one comes in. Who works there already
 * is simply shown the way, in their present role, and the invitation stays as it was. Refuses with `not_found`, and with
 * `invited_somebody_else` when it is meant for another address.
 */
export async function acceptInvitation(
  context: Pick<Context, 'database' | 'withTenant'> & { readonly origin?: Origin },
  person: Person,
  token: string,
): Promise<z.input<typeof WorkspaceOfMine>> {
  const place = await locateInvitation(context.database.app, token)
  if (!place) throw new NoSuchInvitation()
  const { tenantId, invitationId } = place

  const found = await context.withTenant({ tenantId, actor: system }, async (tx) => {
    const present = await workspaceOf(tx, person.id)
    return present ? { present } : { letter: await letterOf(tx, invitationId) }
  })
  if (found.present) return found.present
  const { email, role } = found.letter
  if (email && email !== person.email) throw new InvitedSomebodyElse()

  const id = newId()
  const { origin } = context
  const newcomer: Principal = { tenantId, actor: { kind: 'member', id, userId: person.id, role }, origin }
  return context.withTenant(newcomer, async (tx) => {
    if (await enter(tx, { id, userId: person.id, role })) {
      await useUp(tx, { invitationId, token, memberId: id })
      const details = { memberId: id, userId: person.id, role, invitationId }
      await announce(tx, 'tenancy.member_added', { subjectId: id, details })
    }
    const mine = await workspaceOf(tx, person.id)
    if (!mine) throw new Error('a member without a workspace')
    return mine
  })
}

async function workspaceOf(tx: Tx, userId: string): Promise<z.input<typeof WorkspaceOfMine> | undefined> {
  return tx.db
    .selectFrom('tenancy.member as member')
    .innerJoin('tenancy.workspace as workspace', 'workspace.tenantId', 'member.tenantId')
    .select(['workspace.tenantId as id', 'workspace.slug', 'workspace.name', 'member.role'])
    .$narrowType<{ role: Role }>()
    .where('member.tenantId', '=', tx.tenantId)
    .where('member.userId', '=', userId)
    .where('member.removedAt', 'is', null)
    .executeTakeFirst()
}

/** False when they have come in by another way in this very moment. */
async function enter(tx: Tx, member: { id: string; userId: string; role: Role }): Promise<boolean> {
  const entered = await tx.db
    .insertInto('tenancy.member')
    .values({ ...member, createdAt: tx.now })
    .onConflict((conflict) => conflict.columns(['tenantId', 'userId']).where('removedAt', 'is', null).doNothing())
    .returning('id')
    .executeTakeFirst()
  return entered !== undefined
}

/** By this very token: another may have taken its place since it was read. */
async function useUp(tx: Tx, by: { invitationId: string; token: string; memberId: string }): Promise<void> {
  const used = await tx.db
    .updateTable('tenancy.invitation')
    .set({ acceptedAt: tx.now, acceptedBy: by.memberId })
    .where('tenantId', '=', tx.tenantId)
    .where('id', '=', by.invitationId)
    .where('tokenHash', '=', hashOf(by.token))
    .where('acceptedAt', 'is', null)
    .where('revokedAt', 'is', null)
    .where('expiresAt', '>', tx.now)
    .returning('id')
    .executeTakeFirst()
  if (!used) throw new NoSuchInvitation()
}
