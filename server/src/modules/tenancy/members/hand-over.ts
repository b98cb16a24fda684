import type { Role } from '#lib/actor'
import { InvalidInput, NotFound } from '#lib/refusal'
import type { Tx } from '#lib/tx'
import { holdMembers } from './hold-members.ts'
import { setRole } from './set-role.ts'

/** Makes a member an owner and, when told which role to keep, steps down in the same moment. */
export async function handOver(tx: Tx, memberId: string, stepDownTo?: Exclude<Role, 'owner'>): Promise<void> {
  const { actor, present } = await holdMembers(tx, 'members.change-owners')
  const heir = present.find(({ id }) => id === memberId)
  if (!heir) throw new NotFound('member')
  const me = present.find(({ id }) => actor.kind === 'member' && actor.id === id)
  if (heir === me)
    throw new InvalidInput([{ path: 'id', message: 'Choose somebody other than yourself.', code: 'is_oneself' }])

  await setRole(tx, heir, 'owner')
  if (me && stepDownTo) await setRole(tx, me, stepDownTo)
}
