import type { Actor, Role } from '#lib/actor'
import { NotFound } from '#lib/refusal'
import type { Tx } from '#lib/tx'
import { type Act, permit } from '../permissions.ts'

export interface PresentMember {
  readonly id: string
  readonly userId: string
  readonly role: Role
}

/**
 * Holds the list of who works here until the transaction ends: two who remove each other decide one after the other. The
 * actor is permitted under the role they have by then, and whoever was removed meanwhile finds no workspace any more.
 */
export async function holdMembers(
  tx: Tx,
  act: Act,
): Promise<{ readonly actor: Actor; readonly present: readonly PresentMember[] }> {
  // Those who may not need not wait for those who may.
  permit(tx, act)
  await tx.db
    .selectFrom('tenancy.workspace')
    .select('tenantId')
    .where('tenantId', '=', tx.tenantId)
    .forNoKeyUpdate()
    .executeTakeFirst()
  const present = await tx.db
    .selectFrom('tenancy.member')
    .select(['id', 'userId', 'role'])
    .$narrowType<PresentMember>()
    .where('tenantId', '=', tx.tenantId)
    .where('removedAt', 'is', null)
    .execute()

  const actor = presently(tx.actor, present)
  permit({ actor }, act)
  return { actor, present }
}

function presently(actor: Actor, present: readonly PresentMember[]): Actor {
  if (actor.kind !== 'member') return actor
  const me = present.find(({ id }) => id === actor.id)
  if (!me) throw new NotFound('workspace')
  return { ...actor, role: me.role }
}
