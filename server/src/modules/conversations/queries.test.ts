import assert from 'node:assert/strict'
import { test } from 'node:test'
import { change as renameContact } from '#contacts'
import type { Tx } from '#lib/tx'
import { type Inbox, inbox } from '../../../world/inbox.ts'
import { change } from './change.ts'
import { countConversations } from './counts.ts'
import { markRead } from './mark-read.ts'
import { getTimeline, listMessages, listThread } from './message-queries.ts'
import { getConversation, listConversations } from './queries.ts'

const phones = ['+34600000002', '+34600000003', '+34600000004', '+34600000005']

test('the list goes page by page from the newest activity to the oldest, without a gap', async (t) => {
  const desk = await inbox(t)
  await hearAll(desk)
  const seen: (string | null)[] = []
  let cursor: string | undefined
  do {
    const page = await asStaff(desk, (tx) => listConversations(tx, { limit: 2, cursor }))
    seen.push(...page.items.map(({ contact }) => contact.phone))
    cursor = page.nextCursor ?? undefined
  } while (cursor)

  assert.deepEqual(seen, [...phones.toReversed(), desk.ana.phone])
})

test('filters narrow the list, and the counts agree with them', async (t) => {
  const desk = await inbox(t)
  const [second, third, fourth] = await hearAll(desk)
  const me = (desk.salon.staff.actor as { id: string }).id
  await asStaff(desk, async (tx) => {
    await change(tx, second!.conversationId, { status: 'resolved' })
    await change(tx, third!.conversationId, { status: 'pending' })
    await change(tx, fourth!.conversationId, { assigneeId: me })
    await markRead(tx, fourth!.conversationId)
  })
  const phonesOf = async (wish: object) =>
    (await asStaff(desk, (tx) => listConversations(tx, { limit: 30, ...wish }))).items.map(
      ({ contact }) => contact.phone,
    )

  assert.deepEqual(await phonesOf({ status: 'resolved' }), [phones[0]])
  assert.deepEqual(await phonesOf({ assignee: 'me' }), [phones[2]])
  assert.deepEqual(await phonesOf({ assignee: me }), [phones[2]])
  assert.deepEqual(await phonesOf({ status: 'open', assignee: 'none' }), [phones[3], desk.ana.phone])
  assert.equal((await phonesOf({ unread: true })).length, 4)
  assert.deepEqual(await asStaff(desk, countConversations), {
    open: 3,
    pending: 1,
    snoozed: 0,
    resolved: 1,
    unread: 4,
    mine: 1,
    unassigned: 2,
    handoffs: 0,
  })
})

test('search finds by name and by number', async (t) => {
  const desk = await inbox(t)
  await hearAll(desk)
  await asStaff(desk, (tx) => renameContact(tx, desk.ana.contactId, { name: 'Ana Ríos' }))
  const find = async (q: string) =>
    (await asStaff(desk, (tx) => listConversations(tx, { limit: 30, q }))).items.map(({ contact }) => contact.phone)

  assert.deepEqual(await find('ana r'), [desk.ana.phone])
  assert.deepEqual(await find('000005'), [phones[3]])
  assert.deepEqual(await find("nobody'; --"), [])
})

test('the thread reads from the newest, the log filters, the timeline tells every attempt and receipt', async (t) => {
  const desk = await inbox(t)
  const id = await desk.answer('one')
  desk.meta.misbehave({ kind: 'error', code: 131000, times: 1 })
  await desk.deliver()
  desk.clock.advance(10_000)
  await desk.deliver()
  await desk.receive(desk.meta.outbox[0], 'delivered')
  const { conversationId } = desk.ana

  const first = await asStaff(desk, (tx) => listThread(tx, conversationId, { limit: 1 }))
  const rest = await asStaff(desk, (tx) => listThread(tx, conversationId, { limit: 1, cursor: first.nextCursor! }))
  assert.deepEqual([first.items[0]?.id, rest.items[0]?.text, rest.nextCursor], [id, 'Hello', null])
  const log = await asStaff(desk, (tx) =>
    listMessages(tx, { limit: 9, status: 'delivered', channelId: desk.channel.id, from: '2026-03-02T10:00:00+01:00' }),
  )
  assert.deepEqual(
    log.items.map((message) => message.id),
    [id],
  )
  assert.deepEqual((await asStaff(desk, (tx) => listMessages(tx, { limit: 9, to: '2026-03-02T09:00:00Z' }))).items, [])

  const { attempts, receipts } = await asStaff(desk, (tx) => getTimeline(tx, id))
  assert.deepEqual(
    attempts.map(({ number, state, error }) => [number, state, error?.code]),
    [
      [1, 'refused', 'provider_trouble'],
      [2, 'accepted', undefined],
    ],
  )
  assert.deepEqual(
    receipts.map(({ status }) => status),
    ['delivered'],
  )
})

test('another workspace sees nothing of it', async (t) => {
  const desk = await inbox(t)
  const id = await desk.answer('one')
  const asClinic = <T>(act: (tx: Tx) => Promise<T>) => desk.clinic.as(desk.clinic.owner, act)
  const notFound = { code: 'not_found', status: 404 }

  await assert.rejects(
    asClinic((tx) => getConversation(tx, desk.ana.conversationId)),
    notFound,
  )
  await assert.rejects(
    asClinic((tx) => listThread(tx, desk.ana.conversationId, { limit: 9 })),
    notFound,
  )
  await assert.rejects(
    asClinic((tx) => getTimeline(tx, id)),
    notFound,
  )
  assert.deepEqual(await asClinic((tx) => listConversations(tx, { limit: 9, q: '34600' })), {
    items: [],
    nextCursor: null,
  })
  assert.deepEqual((await asClinic((tx) => listMessages(tx, { limit: 9, channelId: desk.channel.id }))).items, [])
})

function asStaff<T>(desk: Inbox, act: (tx: Tx) => Promise<T>): Promise<T> {
  return desk.salon.as(desk.salon.staff, act)
}

async function hearAll(desk: Inbox) {
  const heard = []
  for (const phone of phones) {
    desk.clock.advance(1_000)
    heard.push(await desk.hear(phone))
  }
  return heard
}
