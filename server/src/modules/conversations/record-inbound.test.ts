import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { newId } from '#lib/id'
import { type Inbox, inbox } from '../../../world/inbox.ts'
import { change } from './change.ts'
import { listThread } from './message-queries.ts'
import { getConversation } from './queries.ts'

const ana = '+34600000001'
const hour = 60 * 60_000

test('what a customer writes opens a conversation, counts as unread and opens the window', async (t) => {
  const desk = await inbox(t)
  const conversation = await show(desk)

  assert.equal(conversation.status, 'open')
  assert.equal(conversation.unreadCount, 1)
  assert.deepEqual(
    [conversation.lastMessage?.text, conversation.lastMessage?.direction, conversation.contact.phone],
    ['Hello', 'inbound', ana],
  )
  assert.deepEqual(conversation.window, { open: true, closesAt: '2026-03-03T09:00:00.000Z' })
  assert.deepEqual(await facts(desk), ['conversations.started', 'conversations.message_received'])
})

test('fifty messages at the same moment are one conversation, and each is counted', async (t) => {
  const desk = await inbox(t)

  const heard = await Promise.all(Array.from({ length: 50 }, () => desk.hear('+34600000009')))

  assert.equal(new Set(heard.map(({ conversationId }) => conversationId)).size, 1)
  const conversation = await show(desk, heard[0]?.conversationId)
  assert.equal(conversation.unreadCount, 50)
})

test('the same message twice is one message', async (t) => {
  const desk = await inbox(t)
  const providerMessageId = `wamid.${newId()}`

  await Promise.all([desk.hear(ana, { providerMessageId }), desk.hear(ana, { providerMessageId })])

  assert.equal((await show(desk)).unreadCount, 2)
})

test('a late message stands at the end of the thread and moves no window beyond its own time', async (t) => {
  const desk = await inbox(t)
  const saidAt = new Date(desk.clock.now().getTime() - 30 * hour)

  await desk.hear(ana, { text: 'from last week', saidAt, late: true })
  const other = await desk.hear('+34600000002', { saidAt, late: true })

  const { items } = await desk.salon.as(desk.salon.staff, (tx) => listThread(tx, desk.ana.conversationId, { limit: 1 }))
  assert.equal(items[0]?.text, 'from last week')
  assert.equal((await show(desk)).window.closesAt, '2026-03-03T09:00:00.000Z')
  assert.deepEqual((await show(desk, other.conversationId)).window, {
    open: false,
    closesAt: '2026-03-02T03:00:00.000Z',
  })
})

test('a clock that runs ahead does not lengthen the window', async (t) => {
  const desk = await inbox(t)
  await desk.hear(ana, { saidAt: new Date(desk.clock.now().getTime() + hour) })
  assert.equal((await show(desk)).window.closesAt, '2026-03-03T09:00:00.000Z')
})

test('a reaction is kept in the thread, but calls nobody and opens nothing', async (t) => {
  const desk = await inbox(t)
  await desk.salon.as(desk.salon.staff, (tx) => change(tx, desk.ana.conversationId, { status: 'resolved' }))
  desk.clock.advance(hour)

  await desk.hear(ana, { kind: 'reaction', text: null, details: { emoji: '👍' }, opensWindow: false })

  const conversation = await show(desk)
  assert.deepEqual([conversation.status, conversation.unreadCount], ['resolved', 1])
  assert.deepEqual([conversation.lastMessage?.kind, conversation.window.closesAt], ['text', '2026-03-03T09:00:00.000Z'])
  const { items } = await desk.salon.as(desk.salon.staff, (tx) => listThread(tx, desk.ana.conversationId, { limit: 9 }))
  assert.deepEqual([items[0]?.kind, items[0]?.details], ['reaction', { emoji: '👍' }])
})

for (const [before, after] of [
  ['resolved', 'open'],
  ['snoozed', 'open'],
  ['pending', 'open'],
] as const) {
  test(`a customer who writes into a ${before} conversation finds it ${after}`, async (t) => {
    const desk = await inbox(t)
    await desk.salon.as(desk.salon.staff, (tx) => change(tx, desk.ana.conversationId, { status: before }))
    await desk.hear(ana)
    assert.equal((await show(desk)).status, after)
  })
}

test('bytes PostgreSQL refuses do not cost the message', async (t) => {
  const desk = await inbox(t)
  await desk.hear(ana, { text: 'a\u0000b\ud800', kind: 'text', details: { 'k\u0000': ['\udfff'] } })
  const { items } = await desk.salon.as(desk.salon.staff, (tx) => listThread(tx, desk.ana.conversationId, { limit: 1 }))
  assert.deepEqual([items[0]?.text, items[0]?.details], ['a\uFFFDb\uFFFD', { 'k\uFFFD': ['\uFFFD'] }])
})

function show(desk: Inbox, id = desk.ana.conversationId) {
  return desk.salon.as(desk.salon.staff, (tx) => getConversation(tx, id))
}

async function facts(desk: Inbox): Promise<string[]> {
  const { rows } = await desk.asSystem((tx) =>
    sql<{ name: string }>`select name from facts.fact where name like 'conversations.%' order by id`.execute(tx.db),
  )
  return rows.map(({ name }) => name)
}
