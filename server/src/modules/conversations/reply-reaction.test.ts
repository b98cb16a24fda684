import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Inbox, inbox } from '../../../world/inbox.ts'
import { getConversation } from './queries.ts'
import { reactTo } from './reply-reaction.ts'

const day = 24 * 60 * 60_000

test('a reaction stands on the customer’s message once WhatsApp has taken it, and is taken back', async (t) => {
  const desk = await inbox(t)
  const messageId = await heard(desk)
  const before = await conversation(desk)

  const id = await react(desk, messageId, '👍')
  assert.deepEqual((await desk.message(messageId)).reactions, [])
  await desk.deliver()
  assert.deepEqual(await shown(desk, messageId), ['business 👍'])
  const [sent] = desk.meta.outbox
  const { providerMessageId } = await desk.message(messageId)
  assert.deepEqual(sent?.body.reaction, { message_id: providerMessageId, emoji: '👍' })
  const message = await desk.message(id)
  assert.deepEqual([message.kind, message.status, message.quote?.id], ['reaction', 'accepted', messageId])

  await desk.receive(sent, 'sent')
  await desk.receive(sent, 'sent')
  await react(desk, messageId, '❤️')
  await react(desk, messageId, '')
  await desk.deliver()
  assert.deepEqual(await shown(desk, messageId), [])
  assert.equal(desk.meta.outbox.length, 3)

  const after = await conversation(desk)
  assert.deepEqual([after.lastMessage, after.automation], [before.lastMessage, before.automation])
})

test('a reaction that fails afterwards leaves the one before it', async (t) => {
  const desk = await inbox(t)
  const messageId = await heard(desk)
  await react(desk, messageId, '👍')
  const id = await react(desk, messageId, '😂')
  await desk.deliver()
  assert.deepEqual(await shown(desk, messageId), ['business 😂'])

  await desk.receive(desk.meta.outbox[1], 'failed')

  assert.deepEqual([await shown(desk, messageId), (await desk.message(id)).status], [['business 👍'], 'failed'])
})

test('an answer that got lost does not double a reaction: the receipt tells that it stands', async (t) => {
  const desk = await inbox(t)
  const messageId = await heard(desk)
  desk.meta.misbehave({ kind: 'dropAfterAccepting', times: 1 })
  await react(desk, messageId, '🙏')
  await desk.deliver()
  assert.deepEqual(await shown(desk, messageId), [])

  await desk.receive(desk.meta.outbox[0], 'sent')
  await desk.deliver()

  assert.deepEqual([await shown(desk, messageId), desk.meta.outbox.length], [['business 🙏'], 1])
})

test('one reacts only to what the customer wrote in the last 30 days, with one emoji', async (t) => {
  const desk = await inbox(t)
  const messageId = await heard(desk)
  const ours = await desk.answer('Hello')
  await desk.deliver()
  await refused(desk, ours, '👍', 'not_from_the_customer')
  await refused(desk, messageId, 'ok', 'not_one_emoji')
  await refused(desk, desk.ana.conversationId, '👍', 'no_such_message')
  await desk.hear(desk.ana.phone, { kind: 'reaction', text: null, details: { emoji: '👍' } })
  await refused(desk, await heard(desk), '👍', 'not_on_the_phone')

  desk.clock.advance(30 * day)
  await desk.hear(desk.ana.phone)
  await react(desk, messageId, '👍')
  desk.clock.advance(1)
  await refused(desk, messageId, '👍', 'too_old')
  desk.clock.advance(day)
  await assert.rejects(react(desk, await heard(desk), '👍'), { code: 'window_closed' })
})

function react(desk: Inbox, messageId: string, emoji: string): Promise<string> {
  const { conversationId } = desk.ana
  return desk.salon.as(desk.salon.staff, (tx) => reactTo(tx, desk.context, { conversationId, messageId, emoji }))
}

async function refused(desk: Inbox, messageId: string, emoji: string, code: string): Promise<void> {
  await assert.rejects(react(desk, messageId, emoji), (error: { status: number; errors: [{ code: string }] }) => {
    assert.deepEqual([error.status, error.errors[0].code], [422, code])
    return true
  })
}

function conversation(desk: Inbox) {
  return desk.salon.as(desk.salon.staff, (tx) => getConversation(tx, desk.ana.conversationId))
}

async function shown(desk: Inbox, messageId: string): Promise<string[]> {
  return (await desk.message(messageId)).reactions.map(({ by, emoji }) => `${by} ${emoji}`)
}

/** The newest thing the customer said. */
async function heard(desk: Inbox): Promise<string> {
  const row = await desk.asSystem((tx) =>
    tx.db
      .selectFrom('conversations.message')
      .select('id')
      .where('conversationId', '=', desk.ana.conversationId)
      .where('direction', '=', 'inbound')
      .orderBy('id', 'desc')
      .executeTakeFirstOrThrow(),
  )
  return row.id
}
