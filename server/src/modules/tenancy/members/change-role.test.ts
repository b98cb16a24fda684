import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Role } from '#lib/actor'
import { newId } from '#lib/id'
import type { Principal } from '#lib/tx'
import { type Desk, world } from '../../../../world/world.ts'
import { listMembers } from '../queries.ts'
import { changeRole } from './change-role.ts'
import { handOver } from './hand-over.ts'

const idOf = ({ actor }: Principal) => ('id' in actor ? actor.id : '')

async function roles(desk: Desk, who = desk.staff): Promise<Role[]> {
  const { items } = await desk.as(who, (tx) => listMembers(tx, { limit: 100 }))
  return [desk.owner, desk.manager, desk.staff].map(
    (one) => items.find(({ id }) => id === idOf(one))?.role ?? assert.fail('not a member'),
  )
}

test('a manager sets roles below owner, and makes no owner of anybody', async (t) => {
  const { salon } = await world(t)
  const set = (who: Principal, whom: Principal, role: Role) => salon.as(who, (tx) => changeRole(tx, idOf(whom), role))

  await set(salon.manager, salon.staff, 'manager')
  await set(salon.manager, salon.staff, 'staff')
  for (const [whom, role] of [
    [salon.staff, 'owner'],
    [salon.manager, 'owner'],
    [salon.owner, 'staff'],
    [salon.owner, 'manager'],
  ] as const)
    await assert.rejects(set(salon.manager, whom, role), { code: 'forbidden', status: 403 })
  await assert.rejects(set(salon.staff, salon.staff, 'manager'), { code: 'forbidden' })

  assert.deepEqual(await roles(salon), ['owner', 'manager', 'staff'])
})

test('an owner makes owners and unmakes them, but the last one stays', async (t) => {
  const { salon } = await world(t)
  const set = (who: Principal, whom: Principal, role: Role) => salon.as(who, (tx) => changeRole(tx, idOf(whom), role))

  await assert.rejects(set(salon.owner, salon.owner, 'staff'), { code: 'last_owner', status: 409 })
  await set(salon.owner, salon.staff, 'owner')
  await set(salon.owner, salon.owner, 'manager')

  assert.deepEqual(await roles(salon), ['manager', 'manager', 'owner'])
  // The principal was made before; what counts is the role of the moment.
  await assert.rejects(set(salon.owner, salon.staff, 'staff'), { code: 'forbidden' })
})

test('two owners who step down at once leave one owner', async (t) => {
  const { salon } = await world(t)
  await salon.as(salon.owner, (tx) => changeRole(tx, idOf(salon.manager), 'owner'))
  const second: Principal = { ...salon.manager, actor: { ...salon.manager.actor, role: 'owner' } as Principal['actor'] }

  const outcomes = await Promise.allSettled(
    [salon.owner, second].map((who) => salon.as(who, (tx) => changeRole(tx, idOf(who), 'staff'))),
  )

  assert.deepEqual(outcomes.map(({ status }) => status).sort(), ['fulfilled', 'rejected'])
  assert.equal((await roles(salon)).filter((role) => role === 'owner').length, 1)
})

test('who hands over may step down in the same moment', async (t) => {
  const { salon } = await world(t)
  await assert.rejects(
    salon.as(salon.manager, (tx) => handOver(tx, idOf(salon.staff))),
    { code: 'forbidden' },
  )
  await assert.rejects(
    salon.as(salon.owner, (tx) => handOver(tx, idOf(salon.owner), 'staff')),
    { code: 'invalid_input' },
  )

  await salon.as(salon.owner, (tx) => handOver(tx, idOf(salon.manager), 'staff'))

  assert.deepEqual(await roles(salon), ['staff', 'owner', 'staff'])
})

test('nobody elsewhere has a role to change', async (t) => {
  const { salon, clinic } = await world(t)
  for (const id of [idOf(clinic.staff), newId()]) {
    await assert.rejects(
      salon.as(salon.owner, (tx) => changeRole(tx, id, 'owner')),
      { code: 'not_found', status: 404 },
    )
    await assert.rejects(
      salon.as(salon.owner, (tx) => handOver(tx, id)),
      { code: 'not_found', status: 404 },
    )
  }
})
