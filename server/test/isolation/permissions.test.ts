import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Actor, Role } from '#lib/actor'
import type { Principal } from '#lib/tx'
import { may, scopeFor } from '#tenancy'
import { makeToken } from '../../src/modules/tenancy/tokens/make.ts'
import { scopesFor } from '../../src/modules/tenancy/tokens/scopes.ts'
import type { Desk } from '../../world/world.ts'
import { fingerprint } from './fingerprint.ts'
import type { Row } from './row.ts'
import { rows } from './rows.ts'
import { type Stage, stage } from './stage.ts'
import { type WritingDoor, writingDoors } from './writing-doors.ts'

interface Caller {
  readonly name: string
  readonly secret: string
  readonly actor: Actor
}

const writing = rows.filter(({ route }) => !route.startsWith('GET '))
const roles: readonly Role[] = ['owner', 'manager', 'staff']

test('every door that writes says which act of the permission table it is', () => {
  assert.deepEqual(Object.keys(writingDoors).sort(), writing.map(({ route }) => route).sort())
})

test('cell by cell: whom the permission table does not let through is refused at the door, and nothing is written', async (t) => {
  const place = await stage(t)
  const { mine, ownerUrl, knockAt } = place
  const callers = [...membersOf(mine.desk), ...(await tokensOf(place))]
  // The first use of a token is written down; what follows within the minute is not.
  for (const { secret } of callers) await knockAt(mine.desk.slug, 'GET ', { path: '' }, secret)
  const before = await fingerprint(ownerUrl, mine.desk.tenantId)

  let refused = 0
  for (const row of writing) {
    const door = doorOf(row)
    const wish = door.wish?.(mine) ?? row.own(mine)
    const kept = callers.filter(({ actor }) => !may(actor, door.act))
    const answers = await Promise.all(kept.map(({ secret }) => knockAt(mine.desk.slug, row.route, wish, secret)))
    for (const [at, { status, text }] of answers.entries()) {
      const who = kept[at]
      assert.equal(status, 403, `${row.route} by ${who?.name}: ${text}`)
      const { code, detail } = JSON.parse(text)
      assert.equal(code, 'forbidden')
      const isToken = who?.actor.kind === 'token'
      assert.match(detail, isToken ? /API token/ : /^Your role does not allow this\. An? owner.* can\.$/)
      refused++
    }
  }
  assert.ok(refused > writing.length, `${refused} cells refuse`)
  assert.deepEqual(await fingerprint(ownerUrl, mine.desk.tenantId), before)
})

test('cell by cell: with the one scope a door needs, and no other, a token of somebody who may gets through', async (t) => {
  const place = await stage(t)
  const { mine, knockAt } = place
  const tokens = await tokensOf(place)
  const open = writing.filter((row) => scopeFor(doorOf(row).act) !== null)
  assert.ok(open.length > 10)
  // What takes things away comes last.
  for (const row of open.toSorted((one, other) => Number(isEnd(one)) - Number(isEnd(other)))) {
    const scope = scopeFor(doorOf(row).act)
    const token = tokens.find(({ name }) => name === `owner’s token with ${scope}`)
    const { status, ...wish } = row.own(mine)
    const answer = await knockAt(mine.desk.slug, row.route, wish, token?.secret)
    assert.equal(answer.status, status, `${row.route} with ${scope}: ${answer.text}`)
  }
})

function membersOf(desk: Desk): Caller[] {
  return roles.map((role) => ({ name: role, secret: desk.tokens[role], actor: desk[role].actor }))
}

/** One token of an owner for each scope, and of an owner and a manager one that has them all. */
async function tokensOf({ mine: { desk } }: Stage): Promise<Caller[]> {
  const scopes = scopesFor('owner').map(({ scope }) => scope)
  const managers = scopesFor('manager').map(({ scope }) => scope)
  return Promise.all([
    ...scopes.map((scope) => tokenOf(desk.owner, [scope], `owner’s token with ${scope}`, desk)),
    tokenOf(desk.owner, scopes, 'owner’s token with every scope', desk),
    tokenOf(desk.manager, managers, 'manager’s token with every scope', desk),
  ])
}

async function tokenOf(maker: Principal, scopes: string[], name: string, desk: Desk): Promise<Caller> {
  const { id, secret } = await desk.as(maker, (tx) => makeToken(tx, { name: 'A program', scopes }))
  if (maker.actor.kind !== 'member') throw new Error('only members make tokens')
  const { id: memberId, userId, role } = maker.actor
  return { name, secret, actor: { kind: 'token', id, memberId, userId, role, scopes } }
}

function doorOf({ route }: Row): WritingDoor {
  const door = writingDoors[route]
  assert.ok(door, `${route} says in writing-doors.ts which act it is`)
  return door
}

function isEnd({ route }: Row): boolean {
  return route.startsWith('DELETE')
}
