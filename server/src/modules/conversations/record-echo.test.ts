import assert from 'node:assert/strict'
import { test } from 'node:test'
import { resolve } from '#contacts'
import { type Inbox, inbox } from '../../../world/inbox.ts'
import { hands } from './hands.ts'
import { listThread } from './message-queries.ts'
import { getConversation } from './queries.ts'

const day = 24 * 60 * 60_000

test('what was written on the phone is ours, pauses automation and moves neither window nor unread count', async (t) => {
  const desk = await inbox(t)
  const before = await show(desk)
  desk.clock.advance(60_000)

  await echo(desk, { text: 'I am on my way' })
  const after = await show(desk)

  assert.deepEqual([after.window, after.unreadCount], [before.window, 1])
  assert.deepEqual([after.automation.paused, after.lastMessage?.text], [true, 'I am on my way'])
  const [message] = await thread(desk)
  const { direction, senderType, senderId, origin, status } = message!
  assert.deepEqual([direction, senderType, senderId, origin, status], ['outbound', 'system', null, 'phone_app', 'sent'])
})

test('the same echo twice, and the echo of what Frontdesk sent, add nothing', async (t) => {
  const desk = await inbox(t)
  await desk.answer('Sent from here')
  await desk.deliver()
  await echo(desk, { providerMessageId: desk.meta.outbox[0]!.id })
  await echo(desk, { providerMessageId: 'wamid.echo' })
  await echo(desk, { providerMessageId: 'wamid.echo' })
  assert.equal((await thread(desk)).length, 3)
})

test('old news pauses nothing', async (t) => {
  const desk = await inbox(t)
  await echo(desk, { saidAt: new Date(desk.clock.now().getTime() - 8 * day), late: true })
  assert.equal((await show(desk)).automation.paused, false)
})

test('who never wrote gets a conversation, closed for free text', async (t) => {
  const desk = await inbox(t)
  const conversationId = await echo(desk, { from: { phone: '+5511987654321' } })
  const { window, channelId, unreadCount } = await show(desk, conversationId)
  assert.deepEqual([window, channelId, unreadCount], [{ open: false, closesAt: null }, desk.channel.id, 0])
  const same = await echo(desk, { from: { phone: '+551187654321' } })
  assert.equal(same, conversationId, 'Brazil’s ninth digit makes no second person')
})

type Echo = Parameters<typeof hands.echo>[3]
let count = 0

function echo(desk: Inbox, more: Partial<Echo> = {}): Promise<string> {
  return desk.asSystem(async (tx) => {
    const from = more.from ?? { phone: desk.ana.phone }
    const { id } = await resolve(tx, from)
    const said = { kind: 'text', text: 'Hi', details: null, opensWindow: false, late: false, saidAt: tx.now }
    await hands.echo(tx, desk.channel, id, { providerMessageId: `wamid.app${++count}`, ...said, ...more, from })
    const { id: conversationId } = await tx.db
      .selectFrom('conversations.conversation')
      .select('id')
      .where('contactId', '=', id)
      .executeTakeFirstOrThrow()
    return conversationId
  })
}

async function thread(desk: Inbox) {
  const { items } = await desk.salon.as(desk.salon.staff, (tx) => listThread(tx, desk.ana.conversationId, { limit: 9 }))
  return items
}

function show(desk: Inbox, id = desk.ana.conversationId) {
  return desk.salon.as(desk.salon.staff, (tx) => getConversation(tx, id))
}
