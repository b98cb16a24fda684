import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Role } from '#lib/actor'
import { newId } from '#lib/id'
import type { Principal } from '#lib/tx'
import { type World, world } from '../../../../world/world.ts'
import type { Person } from '../accounts/person.ts'
import { changeRole } from '../members/change-role.ts'
import { removeMember } from '../members/remove-member.ts'
import { listMembers, workspacesOf } from '../queries.ts'
import { acceptInvitation } from './accept.ts'
import { invite } from './invite.ts'
import { listInvitations } from './queries.ts'
import { readLetter } from './read-letter.ts'
import { renew } from './renew.ts'
import { revoke } from './revoke.ts'
import { newToken } from './token.ts'

const idOf = ({ actor }: Principal) => ('id' in actor ? actor.id : '')
const gone = {
  code: 'not_found',
  status: 404,
  message: 'This invitation can’t be used any more. Ask whoever invited you for a new one.',
}

async function person({ context }: World, name: string): Promise<Person> {
  const email = `${name.toLowerCase()}@else.test`
  return (await context.accounts.signUp({ name, email, password: 'correct horse' }, new Headers())).user
}

test('an invited person reads who invites them, comes in once, and the link is used up', async (t) => {
  const cast = await world(t)
  const { context, salon, clock } = cast
  const mia = await person(cast, 'Mia')
  const { token } = await salon.as(salon.manager, (tx) => invite(tx, { role: 'staff', email: undefined }))

  assert.deepEqual(await readLetter(context, token), {
    workspace: { name: 'Salon Rosa' },
    role: 'staff',
    invitedBy: { name: 'Manager' },
    email: null,
    expiresAt: new Date(clock.now().getTime() + 7 * 86_400_000).toISOString(),
  })
  const entered = await acceptInvitation(context, mia, token)

  assert.deepEqual(entered, { id: salon.tenantId, slug: 'salon-rosa', name: 'Salon Rosa', role: 'staff' })
  assert.deepEqual(await workspacesOf(context.database.app, mia.id), [entered])
  await assert.rejects(readLetter(context, token), gone)
  await assert.rejects(acceptInvitation(context, await person(cast, 'Ben'), token), gone)
  assert.deepEqual(await acceptInvitation(context, mia, token), entered, 'a second click is no mistake')
})

test('the token is kept nowhere, only its hash', async (t) => {
  const { salon } = await world(t)
  const { id, token } = await salon.as(salon.owner, (tx) => invite(tx, { role: 'staff' }))
  const kept = await salon.as(salon.owner, (tx) =>
    tx.db.selectFrom('tenancy.invitation').selectAll().where('id', '=', id).executeTakeFirstOrThrow(),
  )
  assert.equal(kept.tokenHash.length, 32)
  assert.ok(!JSON.stringify(kept).includes(token) && !kept.tokenHash.equals(Buffer.from(token)))
})

test('unknown, expired, withdrawn: all the same to whoever holds the link', async (t) => {
  const cast = await world(t)
  const { context, salon, clock } = cast
  const mia = await person(cast, 'Mia')
  const make = () => salon.as(salon.owner, (tx) => invite(tx, { role: 'manager' }))
  const withdrawn = await make()
  await salon.as(salon.owner, (tx) => revoke(tx, withdrawn.id))
  const expired = await make()
  clock.advance(7 * 86_400_000)

  for (const token of [newToken(), '', '\u0000', 'x'.repeat(10_000), withdrawn.token, expired.token]) {
    await assert.rejects(readLetter(context, token), gone)
    await assert.rejects(acceptInvitation(context, mia, token), gone)
  }
  const { items } = await salon.as(salon.owner, (tx) => listInvitations(tx, { limit: 30 }))
  assert.deepEqual(
    items.map(({ id, status }) => [id, status]),
    [[expired.id, 'expired']],
  )
})

test('of many who accept the same link at once exactly one comes in', async (t) => {
  const cast = await world(t)
  const { context, salon } = cast
  const { token } = await salon.as(salon.owner, (tx) => invite(tx, { role: 'staff' }))
  const people = await Promise.all(['Ana', 'Ben', 'Cid', 'Dee'].map((name) => person(cast, name)))

  const outcomes = await Promise.allSettled(people.map((one) => acceptInvitation(context, one, token)))

  assert.equal(outcomes.filter(({ status }) => status === 'fulfilled').length, 1)
  for (const outcome of outcomes) if (outcome.status === 'rejected') assert.equal(outcome.reason.code, 'not_found')
  const { items } = await salon.as(salon.owner, (tx) => listMembers(tx, { limit: 30 }))
  assert.equal(items.length, 4)
})

test('one person with two links at once is one member, and one link is left', async (t) => {
  const cast = await world(t)
  const { context, salon } = cast
  const mia = await person(cast, 'Mia')
  const make = () => salon.as(salon.owner, (tx) => invite(tx, { role: 'staff' }))
  const links = [await make(), await make()]

  const entered = await Promise.all(links.map(({ token }) => acceptInvitation(context, mia, token)))

  assert.deepEqual(entered[0], entered[1])
  const { items } = await salon.as(salon.owner, (tx) => listInvitations(tx, { limit: 30 }))
  assert.equal(items.length, 1)
})

test('who works there already keeps their role and the invitation stays open', async (t) => {
  const { context, salon } = await world(t)
  const { token } = await salon.as(salon.owner, (tx) => invite(tx, { role: 'owner' }))
  const { actor } = salon.staff
  const staff = { id: actor.kind === 'member' ? actor.userId : '', name: 'Staff', email: 'staff@rosa.test' }

  assert.equal((await acceptInvitation(context, staff, token)).role, 'staff')
  assert.equal((await readLetter(context, token)).role, 'owner')
})

test('a forwarded link that names an address is of no use to another', async (t) => {
  const cast = await world(t)
  const { context, salon } = cast
  const { token } = await salon.as(salon.owner, (tx) => invite(tx, { role: 'staff', email: 'mia@else.test' }))

  await assert.rejects(acceptInvitation(context, await person(cast, 'Ben'), token), {
    code: 'invited_somebody_else',
    status: 403,
  })
  assert.equal((await acceptInvitation(context, await person(cast, 'Mia'), token)).role, 'staff')
})

test('nobody invites above themselves, or to a workspace that is not theirs', async (t) => {
  const { salon, clinic } = await world(t)
  const by = (who: Principal, role: Role) => salon.as(who, (tx) => invite(tx, { role }))
  await assert.rejects(by(salon.manager, 'owner'), { code: 'forbidden', status: 403 })
  await assert.rejects(by(salon.staff, 'staff'), { code: 'forbidden', status: 403 })
  await assert.rejects(
    salon.as(salon.owner, (tx) => invite(tx, { role: 'staff', email: 'manager@rosa.test' })),
    { code: 'invalid_input', status: 422 },
  )

  const { id } = await by(salon.owner, 'owner')
  await assert.rejects(
    salon.as(salon.manager, (tx) => revoke(tx, id)),
    { code: 'forbidden' },
  )
  for (const theirs of [id, newId()])
    await assert.rejects(
      clinic.as(clinic.owner, (tx) => revoke(tx, theirs)),
      { code: 'not_found', status: 404 },
    )
})

test('a new link ends the old one, begins its seven days anew, and is its maker’s', async (t) => {
  const { context, salon, clinic, clock } = await world(t)
  const { id, token: old } = await salon.as(salon.owner, (tx) => invite(tx, { role: 'staff' }))
  const asOwner = await salon.as(salon.owner, (tx) => invite(tx, { role: 'owner' }))
  clock.advance(8 * 86_400_000)

  await assert.rejects(
    salon.as(salon.manager, (tx) => renew(tx, asOwner.id)),
    { code: 'forbidden' },
  )
  await assert.rejects(
    clinic.as(clinic.owner, (tx) => renew(tx, id)),
    { code: 'not_found' },
  )
  const token = await salon.as(salon.manager, (tx) => renew(tx, id))

  await assert.rejects(readLetter(context, old), gone)
  const letter = await readLetter(context, token)
  assert.deepEqual(letter.invitedBy, { name: 'Manager' })
  assert.equal(letter.expiresAt, new Date(clock.now().getTime() + 7 * 86_400_000).toISOString())
  await salon.as(salon.owner, (tx) => revoke(tx, id))
  await assert.rejects(
    salon.as(salon.owner, (tx) => renew(tx, id)),
    { code: 'not_found' },
  )
})

test('who is removed or steps down leaves no link behind that gives what they could no longer give', async (t) => {
  const { context, salon } = await world(t)
  await salon.as(salon.owner, (tx) => changeRole(tx, idOf(salon.manager), 'owner'))
  const second = { ...salon.manager, actor: { ...salon.manager.actor, role: 'owner' } } as Principal
  const asOwner = await salon.as(second, (tx) => invite(tx, { role: 'owner' }))
  const asStaff = await salon.as(second, (tx) => invite(tx, { role: 'staff' }))

  await salon.as(salon.owner, (tx) => changeRole(tx, idOf(second), 'manager'))
  await assert.rejects(readLetter(context, asOwner.token), gone)
  assert.equal((await readLetter(context, asStaff.token)).role, 'staff')
  await salon.as(salon.owner, (tx) => removeMember(tx, idOf(second)))
  await assert.rejects(readLetter(context, asStaff.token), gone)
})
