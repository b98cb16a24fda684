import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { type Inbox, inbox } from '../../../../world/inbox.ts'
import { change } from '../change.ts'
import { listConversations } from '../queries.ts'
import { changeLabel } from './change-label.ts'
import { createLabel } from './create-label.ts'
import { deleteLabel } from './delete-label.ts'
import { listLabels } from './queries.ts'
import { spreadLabel } from './spread.ts'

test('a label used once is known, spelled one way, and found by', async (t) => {
  const desk = await inbox(t)
  const { salon, ana } = desk
  const other = await desk.hear('+34600000002')
  await salon.as(salon.staff, (tx) => change(tx, ana.conversationId, { labels: ['Vip', 'Ürün 🎁', '\u0000x'] }))
  await salon.as(salon.staff, (tx) => change(tx, other.conversationId, { labels: ['VIP'] }))
  assert.deepEqual(
    (await salon.as(salon.staff, listLabels)).map(({ name, colour }) => [name, colour]).toSorted(),
    [
      ['Vip', 'grey'],
      ['\uFFFDx', 'grey'],
      ['Ürün 🎁', 'grey'],
    ].toSorted(),
  )
  assert.deepEqual(await under(desk, ['Vip']), [other.conversationId, ana.conversationId])
  assert.deepEqual(await under(desk, ['Vip', 'Ürün 🎁']), [ana.conversationId])
  assert.deepEqual(await under(desk, ['nobody']), [])
  assert.deepEqual(await desk.clinic.as(desk.clinic.owner, listLabels), [])
})

test('a list under a label goes page by page, and together with everything else that narrows it', async (t) => {
  const desk = await inbox(t)
  const heard = [desk.ana]
  for (const at of [2, 3, 4, 5]) {
    desk.clock.advance(1_000)
    heard.push(await desk.hear(`+3460000000${at}`))
  }
  const label = ['Colour']
  for (const { conversationId } of heard)
    await desk.salon.as(desk.salon.staff, (tx) => change(tx, conversationId, { labels: label }))
  await desk.salon.as(desk.salon.staff, (tx) => change(tx, heard[1]!.conversationId, { status: 'resolved' }))
  const seen: string[] = []
  let cursor: string | undefined
  do {
    const page = await desk.salon.as(desk.salon.staff, (tx) =>
      listConversations(tx, { limit: 2, cursor, label, status: 'open' }),
    )
    seen.push(...page.items.map(({ id }) => id))
    cursor = page.nextCursor ?? undefined
  } while (cursor)
  assert.deepEqual(
    seen,
    [4, 3, 2, 0].map((at) => heard[at]!.conversationId),
  )
  assert.deepEqual(await under(desk, label, { q: '000003' }), [heard[2]!.conversationId])
  assert.deepEqual(
    await under(desk, label, { channelId: desk.channel.id, waiting: true, unread: true, assignee: 'none' }),
    [...heard.toReversed().map(({ conversationId }) => conversationId)],
  )
})

test('renamed, all follow; deleted, none keeps it; and each change has its fact', async (t) => {
  const desk = await inbox(t)
  const { salon, ana } = desk
  await salon.as(salon.staff, (tx) => change(tx, ana.conversationId, { labels: ['Old', 'Other'] }))
  const id = await idOf(desk, 'Old')

  await salon.as(salon.manager, (tx) => changeLabel(tx, id, { name: 'New', colour: 'green' }))
  await spreadLabel.run(desk.context, salon.tenantId, { labelId: id, from: 'Old', to: 'New' })
  assert.deepEqual([await under(desk, ['Old']), await under(desk, ['New'])], [[], [ana.conversationId]])
  await salon.as(salon.manager, (tx) => deleteLabel(tx, id))
  await spreadLabel.run(desk.context, salon.tenantId, { labelId: id, from: 'New', to: null })
  const { rows } = await desk.asSystem((tx) =>
    sql<{ labels: unknown }>`
      select details -> 'labels' as labels from facts.fact where name = 'conversations.changed' order by id`.execute(
      tx.db,
    ),
  )
  assert.deepEqual(
    rows.map(({ labels }) => labels),
    [
      { from: [], to: ['Old', 'Other'] },
      { from: ['Old', 'Other'], to: ['New', 'Other'] },
      { from: ['New', 'Other'], to: ['Other'] },
    ],
  )
})

test('a name that is taken is refused whatever its capitals, and staff manage no labels', async (t) => {
  const { salon } = await inbox(t)
  const first = await salon.as(salon.owner, (tx) => createLabel(tx, { name: 'Vip', colour: 'red' }))
  const second = await salon.as(salon.owner, (tx) => createLabel(tx, { name: 'Late', colour: 'grey' }))
  const taken = { code: 'label_taken', status: 409 }
  await assert.rejects(
    salon.as(salon.owner, (tx) => createLabel(tx, { name: 'VIP', colour: 'blue' })),
    taken,
  )
  await assert.rejects(
    salon.as(salon.owner, (tx) => changeLabel(tx, second.id, { name: 'vIP' })),
    taken,
  )
  assert.equal((await salon.as(salon.owner, (tx) => changeLabel(tx, first.id, { name: 'VIP' }))).name, 'VIP')
  await assert.rejects(
    salon.as(salon.staff, (tx) => deleteLabel(tx, first.id)),
    { code: 'forbidden' },
  )
})

async function under({ salon }: Inbox, label: string[], more: object = {}): Promise<string[]> {
  const { items } = await salon.as(salon.staff, (tx) => listConversations(tx, { limit: 9, label, ...more }))
  return items.map(({ id }) => id)
}

async function idOf({ salon }: Inbox, name: string): Promise<string> {
  const labels = await salon.as(salon.staff, listLabels)
  return labels.find((label) => label.name === name)?.id ?? ''
}
