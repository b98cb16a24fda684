import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Actor, Role } from '#lib/actor'
import type { Principal } from '#lib/tx'
import { type Desk, type World, world } from '../../../../world/world.ts'
import { changeRole } from '../members/change-role.ts'
import { removeMember } from '../members/remove-member.ts'
import { may } from '../permissions.ts'
import { callerByToken } from './caller-by-token.ts'
import { makeToken } from './make.ts'
import { listTokens } from './queries.ts'
import { revokeToken } from './revoke.ts'
import { scopesFor } from './scopes.ts'
import { isTokenShaped, newSecret } from './secret.ts'
import type { NewToken } from './token.ts'

const origin = { address: '192.0.2.7', agent: 'a test' }
const idOf = ({ actor }: Principal) => ('id' in actor ? actor.id : '')
const wish = (more: Partial<NewToken> = {}): NewToken => ({ name: 'Website', scopes: ['contacts.write'], ...more })
const make = (desk: Desk, who: Principal, more?: Partial<NewToken>) => desk.as(who, (tx) => makeToken(tx, wish(more)))
const notAToken = { code: 'not_signed_in', status: 401 }

async function callerOf({ context, salon }: World, secret: string, slug = salon.slug): Promise<Principal> {
  const caller = await callerByToken(context, { authorization: `Bearer ${secret}`, slug, origin })
  assert.ok(caller)
  return caller
}

test('a secret carries its checksum, so that one letter wrong is known without asking anybody', () => {
  const secrets = Array.from({ length: 200 }, newSecret)
  assert.equal(new Set(secrets).size, 200)
  for (const secret of secrets) {
    assert.match(secret, /^fd_[0-9A-Za-z]{49}$/)
    assert.ok(isTokenShaped(secret))
    const at = 3 + Math.floor(Math.random() * 49)
    const wrong = secret.slice(0, at) + (secret[at] === 'a' ? 'b' : 'a') + secret.slice(at + 1)
    assert.ok(!isTokenShaped(wrong), wrong)
  }
})

test('a token acts in its maker’s name, within its scopes, and only its hash is kept', async (t) => {
  const cast = await world(t)
  const { salon, context, clock } = cast
  const { id, secret } = await make(salon, salon.manager)

  const { tenantId, actor } = await callerOf(cast, secret)
  const { role, ...maker } = { ...salon.manager.actor, role: 'manager' } as Extract<Actor, { kind: 'member' }>
  assert.equal(tenantId, salon.tenantId)
  assert.deepEqual(actor, {
    kind: 'token',
    id,
    memberId: maker.id,
    userId: maker.userId,
    role,
    scopes: ['contacts.write'],
  })
  assert.deepEqual(
    (['contacts.create', 'contacts.read', 'workspace.read', 'conversations.read', 'members.change'] as const).map(
      (act) => may(actor, act),
    ),
    [true, true, true, false, false],
  )
  const [kept] = await salon.as(salon.owner, (tx) => tx.db.selectFrom('tenancy.token').selectAll().execute())
  assert.ok(!JSON.stringify(kept).includes(secret) && kept?.tokenHash.length === 32)
  const { items } = await salon.as(salon.owner, (tx) => listTokens(tx, { limit: 30 }))
  assert.deepEqual([items[0]?.hint, items[0]?.madeBy.name], [secret.slice(-4), 'Manager'])
  assert.deepEqual([items[0]?.lastUsedAt, items[0]?.lastUsedFrom], [clock.now().toISOString(), '192.0.2.7'])
  assert.equal(await callerByToken(context, { authorization: 'Bearer abc.def', slug: salon.slug, origin }), undefined)
})

test('mistyped, made up, expired and revoked ones are refused alike; at another workspace there is nothing', async (t) => {
  const cast = await world(t)
  const { salon, clinic, clock } = cast
  const inAnHour = new Date(clock.now().getTime() + 3_600_000).toISOString()
  const short = await make(salon, salon.owner, { expiresAt: inAnHour })
  const revoked = await make(salon, salon.owner)
  const works = await make(salon, salon.owner)
  await callerOf(cast, short.secret)
  await salon.as(salon.owner, (tx) => revokeToken(tx, revoked.id))
  clock.advance(3_600_000)

  for (const secret of [newSecret(), 'fd_', `${works.secret}x`, 'fd_\u0000', short.secret, revoked.secret])
    await assert.rejects(callerOf(cast, secret), notAToken)
  await assert.rejects(callerOf(cast, works.secret, clinic.slug), { code: 'not_found', status: 404 })
  await assert.rejects(callerOf(cast, works.secret, 'no-such-desk'), { code: 'not_found', status: 404 })
  await callerOf(cast, works.secret)
})

test('who may make tokens gives them nothing they could not give; the rest is refused with the field', async (t) => {
  const { salon, clock } = await world(t)
  const invalid = { code: 'invalid_input', status: 422 }
  await assert.rejects(make(salon, salon.staff), { code: 'forbidden', status: 403 })
  for (const scope of ['contacts.everything', 'members.write', 'tokens.write', '', '*'])
    await assert.rejects(make(salon, salon.owner, { scopes: [scope] }), invalid)
  await assert.rejects(make(salon, salon.owner, { expiresAt: clock.now().toISOString() }), invalid)

  const scopes = (role: Role) => scopesFor(role).map(({ scope }) => scope)
  assert.ok(scopes('owner').every((scope) => /^[a-z]+\.(read|write)$/.test(scope)))
  for (const role of ['owner', 'manager', 'staff'] as const)
    for (const { scope, words } of scopesFor(role)) assert.ok(words.length > 0, `${scope} has no words`)
  assert.ok(scopes('manager').includes('audit.read') && !scopes('staff').includes('audit.read'))
})

test('a token is what its maker is by now: weaker when they step down, gone when they may make none or are gone', async (t) => {
  const cast = await world(t)
  const { salon } = cast
  await salon.as(salon.owner, (tx) => changeRole(tx, idOf(salon.manager), 'owner'))
  const second = { ...salon.manager, actor: { ...salon.manager.actor, role: 'owner' } } as Principal
  const { id, secret } = await make(salon, second, { scopes: ['channels.write'] })
  assert.ok(may((await callerOf(cast, secret)).actor, 'channels.remove'))

  await salon.as(salon.owner, (tx) => changeRole(tx, idOf(second), 'manager'))
  const { actor } = await callerOf(cast, secret)
  assert.deepEqual([may(actor, 'channels.remove'), may(actor, 'channels.change')], [false, true])
  await salon.as(salon.owner, (tx) => changeRole(tx, idOf(second), 'staff'))
  await assert.rejects(callerOf(cast, secret), notAToken)

  await salon.as(salon.owner, (tx) => changeRole(tx, idOf(second), 'manager'))
  const again = await make(salon, salon.manager)
  await salon.as(salon.owner, (tx) => removeMember(tx, idOf(salon.manager)))
  await assert.rejects(callerOf(cast, again.secret), notAToken)
  const told = await salon.as(salon.owner, (tx) =>
    tx.db
      .selectFrom('facts.fact')
      .select(['subjectId', 'details'])
      .where('name', '=', 'tenancy.token_revoked')
      .orderBy('id')
      .execute(),
  )
  assert.deepEqual(
    told.map(({ subjectId, details }) => [subjectId, (details as { because: string }).because]),
    [
      [id, 'maker_demoted'],
      [again.id, 'maker_gone'],
    ],
  )
})

test('a manager revokes what owners made no more than they remove owners; elsewhere there is nothing to revoke', async (t) => {
  const { salon, clinic } = await world(t)
  const { id } = await make(salon, salon.owner)
  const revoke = (desk: Desk, who: Principal) => desk.as(who, (tx) => revokeToken(tx, id))
  await assert.rejects(revoke(salon, salon.manager), { code: 'forbidden' })
  await assert.rejects(revoke(salon, salon.staff), { code: 'forbidden' })
  await assert.rejects(revoke(clinic, clinic.owner), { code: 'not_found' })
  await revoke(salon, salon.owner)
  await assert.rejects(revoke(salon, salon.owner), { code: 'not_found' })
})

test('of many requests in one moment one notes the use, and within the minute none does', async (t) => {
  const cast = await world(t)
  const { salon, clock } = cast
  const { secret } = await make(salon, salon.owner)
  const lastUsed = async () => {
    const { items } = await salon.as(salon.owner, (tx) => listTokens(tx, { limit: 1 }))
    return items[0]?.lastUsedAt
  }
  const first = clock.now().toISOString()
  await Promise.all(Array.from({ length: 20 }, () => callerOf(cast, secret)))
  assert.equal(await lastUsed(), first)
  clock.advance(59_000)
  await callerOf(cast, secret)
  assert.equal(await lastUsed(), first)
  clock.advance(1_000)
  await callerOf(cast, secret)
  assert.equal(await lastUsed(), clock.now().toISOString())
})
