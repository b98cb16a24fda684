import type { Role } from '#lib/actor'
import { announce } from '#lib/facts/announce'
import { newId } from '#lib/id'
import type { Tx } from '#lib/tx'
import { permit } from '../permissions.ts'

/** Makes a person a member under a role. Someone who is one already keeps their present role; the id that holds is answered. */
export async function addMember(tx: Tx, { userId, role }: { userId: string; role: Role }): Promise<string> {
  permit(tx, 'members.add')

  const id = newId()
  const added = await tx.db
    .insertInto('tenancy.member')
    .values({ id, userId, role, createdAt: tx.now })
    .onConflict((conflict) => conflict.columns(['tenantId', 'userId']).where('removedAt', 'is', null).doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!added) return presentMember(tx, userId)

  await announce(tx, 'tenancy.member_added', { subjectId: id, details: { memberId: id, userId, role } })
  return id
}

async function presentMember(tx: Tx, userId: string): Promise<string> {
  const { id } = await tx.db
    .selectFrom('tenancy.member')
    .select('id')
    .where('userId', '=', userId)
    .where('removedAt', 'is', null)
    .executeTakeFirstOrThrow()
  return id
}
