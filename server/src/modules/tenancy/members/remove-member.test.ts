import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Principal } from '#lib/tx'
import { world } from '../../../../world/world.ts'
import { listMembers, memberOf } from '../queries.ts'
import { addMember } from './add-member.ts'
import { changeRole } from './change-role.ts'
import { isPresent } from './is-present.ts'
import { removeMember } from './remove-member.ts'

const idOf = ({ actor }: Principal) => ('id' in actor ? actor.id : '')
const userOf = ({ actor }: Principal) => (actor.kind === 'member' ? actor.userId : '')

test('who is removed is out, who removed them stays known, and they may come back as somebody new', async (t) => {
  const { salon, context, clock } = await world(t)
  await salon.as(salon.manager, (tx) => removeMember(tx, idOf(salon.staff)))

  assert.equal(await memberOf(context.database.app, userOf(salon.staff), salon.slug), undefined)
  const { items } = await salon.as(salon.owner, (tx) => listMembers(tx, { limit: 100 }))
  assert.deepEqual(
    items.map(({ role }) => role),
    ['owner', 'manager'],
  )
  const gone = await salon.as(salon.owner, (tx) =>
    tx.db
      .selectFrom('tenancy.member')
      .select(['removedAt', 'removedBy'])
      .where('id', '=', idOf(salon.staff))
      .executeTakeFirstOrThrow(),
  )
  assert.deepEqual(gone, { removedAt: clock.now(), removedBy: idOf(salon.manager) })
  await assert.rejects(
    salon.as(salon.owner, (tx) => removeMember(tx, idOf(salon.staff))),
    { code: 'not_found' },
  )

  const again = await salon.as(salon.owner, (tx) => addMember(tx, { userId: userOf(salon.staff), role: 'staff' }))
  assert.notEqual(again, idOf(salon.staff))
})

test('a manager removes no owner, staff remove nobody, and everybody but the last owner may leave', async (t) => {
  const { salon } = await world(t)
  const remove = (who: Principal, whom: Principal) => salon.as(who, (tx) => removeMember(tx, idOf(whom)))

  await assert.rejects(remove(salon.manager, salon.owner), { code: 'forbidden', status: 403 })
  await assert.rejects(remove(salon.staff, salon.manager), { code: 'forbidden', status: 403 })
  await assert.rejects(remove(salon.owner, salon.owner), { code: 'last_owner', status: 409 })
  await remove(salon.staff, salon.staff)
  await salon.as(salon.owner, (tx) => changeRole(tx, idOf(salon.manager), 'owner'))
  await remove(salon.owner, salon.owner)

  const { items } = await salon.as(salon.manager, (tx) => listMembers(tx, { limit: 100 }))
  assert.deepEqual(
    items.map(({ id }) => id),
    [idOf(salon.manager)],
  )
})

test('of two owners who remove each other at once exactly one wins, time after time', async (t) => {
  const { salon } = await world(t)
  let [one, other] = [salon.owner, salon.manager]
  await salon.as(one, (tx) => changeRole(tx, idOf(other), 'owner'))
  for (let round = 0; round < 10; round++) {
    const outcomes = await Promise.allSettled([
      salon.as(one, (tx) => removeMember(tx, idOf(other))),
      salon.as(other, (tx) => removeMember(tx, idOf(one))),
    ])
    const lost = outcomes.findIndex(({ status }) => status === 'rejected')
    assert.deepEqual(outcomes.map(({ status }) => status).sort(), ['fulfilled', 'rejected'])
    const refusal = outcomes[lost]
    assert.equal(refusal?.status === 'rejected' && refusal.reason.code, 'not_found', 'the loser has no workspace now')

    const [winner, loser] = lost === 0 ? [other, one] : [one, other]
    const id = await salon.as(winner, (tx) => addMember(tx, { userId: userOf(loser), role: 'owner' }))
    one = winner
    other = { ...loser, actor: { kind: 'member', id, userId: userOf(loser), role: 'owner' } }
  }
})

test('what is being given to a member and their removal wait for each other', async (t) => {
  const { salon } = await world(t)
  const given = Promise.withResolvers<void>()
  const mayEnd = Promise.withResolvers<void>()
  const giving = salon.as(salon.owner, async (tx) => {
    const present = await isPresent(tx, idOf(salon.staff))
    given.resolve()
    await mayEnd.promise
    return present
  })
  await given.promise
  let isRemoved = false
  const removing = salon
    .as(salon.owner, (tx) => removeMember(tx, idOf(salon.staff)))
    .then(() => {
      isRemoved = true
    })
  await salon.as(salon.owner, (tx) => listMembers(tx, { limit: 1 }))
  assert.equal(isRemoved, false)
  mayEnd.resolve()

  assert.equal(await giving, true)
  await removing
  assert.equal(await salon.as(salon.owner, (tx) => isPresent(tx, idOf(salon.staff))), false)
})
