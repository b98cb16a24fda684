import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { newId } from '#lib/id'
import { type Inbox, inbox } from '../../../world/inbox.ts'
import { change } from './change.ts'
import { type BulkAct, changeMany } from './change-many.ts'
import { mostLabels } from './conversation.ts'
import { listConversations } from './queries.ts'

test('one act on many: each is answered for, and each that changed has a fact with from and to', async (t) => {
  const desk = await inbox(t)
  const [a, b, c] = await three(desk)
  await desk.salon.as(desk.salon.staff, (tx) => change(tx, b, { status: 'resolved' }))
  const foreign = newId()

  assert.deepEqual(await act(desk, [a, foreign, b, a, c], { kind: 'resolve' }), [
    { id: a, outcome: 'changed', changes: { status: { from: 'open', to: 'resolved' } } },
    { id: foreign, outcome: 'not_found', changes: null },
    { id: b, outcome: 'unchanged', changes: null },
    { id: c, outcome: 'changed', changes: { status: { from: 'open', to: 'resolved' } } },
  ])
  const { rows } = await desk.asSystem((tx) =>
    sql<{ subjectId: string }>`
      select subject_id from facts.fact where name = 'conversations.changed' and actor ->> 'kind' = 'member' order by id`.execute(
      tx.db,
    ),
  )
  assert.deepEqual(new Set(rows.map(({ subjectId }) => subjectId)), new Set([a, b, c]))
  assert.equal(rows.length, 3)
})

test('everything that can be done to many', async (t) => {
  const desk = await inbox(t)
  const ids = await three(desk)
  const me = (desk.salon.staff.actor as { id: string }).id
  const until = new Date(desk.clock.now().getTime() + 3_600_000).toISOString()
  const acts: [BulkAct, (one: Awaited<ReturnType<typeof shown>>[number]) => unknown, unknown][] = [
    [{ kind: 'read' }, (one) => one.unreadCount, 0],
    [{ kind: 'assign', assigneeId: me }, (one) => one.assignee?.id, me],
    [{ kind: 'label', add: ['Vip', 'VIP', 'Colour'], remove: [] }, (one) => one.labels, ['Vip', 'Colour']],
    [{ kind: 'label', add: [], remove: ['Vip'] }, (one) => one.labels, ['Colour']],
    [{ kind: 'snooze', until }, (one) => [one.status, one.snoozedUntil], ['snoozed', until]],
    [{ kind: 'snooze', until: null }, (one) => [one.status, one.snoozedUntil], ['snoozed', null]],
    [{ kind: 'pend' }, (one) => one.status, 'pending'],
    [{ kind: 'reopen' }, (one) => [one.status, one.snoozedUntil], ['open', null]],
    [{ kind: 'assign', assigneeId: null }, (one) => one.assignee, null],
  ]
  for (const [wish, look, expected] of acts) {
    const results = await act(desk, ids, wish)
    assert.deepEqual(new Set(results.map(({ outcome }) => outcome)), new Set(['changed']), JSON.stringify(wish))
    for (const one of await shown(desk)) assert.deepEqual(look(one), expected, JSON.stringify(wish))
  }
  assert.deepEqual(
    (await act(desk, ids, { kind: 'read' })).map(({ outcome }) => outcome),
    ['unchanged', 'unchanged', 'unchanged'],
  )
})

test('what can’t be done at all is done to none, and a full one does not stop its neighbours', async (t) => {
  const desk = await inbox(t)
  const [a, b] = await three(desk)
  await assert.rejects(act(desk, [a, b], { kind: 'assign', assigneeId: newId() }), { code: 'invalid_input' })
  await assert.rejects(act(desk, [a, b], { kind: 'snooze', until: '2020-01-01T00:00:00Z' }), { code: 'invalid_input' })
  const full = Array.from({ length: mostLabels }, (_, at) => `label ${at}`)
  await desk.salon.as(desk.salon.staff, (tx) => change(tx, a, { labels: full }))
  assert.deepEqual(
    (await act(desk, [a, b], { kind: 'label', add: ['one more'], remove: [] })).map(({ outcome }) => outcome),
    ['too_many_labels', 'changed'],
  )
  const theirs = await desk.clinic.as(desk.clinic.owner, (tx) => changeMany(tx, { ids: [a], act: { kind: 'resolve' } }))
  assert.deepEqual(theirs.items, [{ id: a, outcome: 'not_found', changes: null }])
})

const act = async ({ salon }: Inbox, ids: string[], wish: BulkAct) =>
  (await salon.as(salon.staff, (tx) => changeMany(tx, { ids, act: wish }))).items

const shown = async ({ salon }: Inbox) =>
  (await salon.as(salon.staff, (tx) => listConversations(tx, { limit: 9 }))).items

async function three(desk: Inbox): Promise<[string, string, string]> {
  const b = await desk.hear('+34600000002')
  const c = await desk.hear('+34600000003')
  return [desk.ana.conversationId, b.conversationId, c.conversationId]
}
