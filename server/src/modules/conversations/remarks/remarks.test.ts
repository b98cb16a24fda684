import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { InboundChange } from '#channels'
import { resolve } from '#contacts'
import { type Inbox, inbox } from '../../../../world/inbox.ts'
import { hands } from '../hands.ts'
import { getTimeline, listThread } from '../message-queries.ts'
import { getConversation } from '../queries.ts'

const ana = '+34600000001'

test('a reaction stands on the message it is about, the latest counts, and none takes it back', async (t) => {
  const desk = await inbox(t)
  await desk.hear(ana, { text: 'Look', providerMessageId: 'wamid.look' })

  await react(desk, 'wamid.look', '👍', 2)
  assert.deepEqual(await emojis(desk), [
    ['Look', ['👍']],
    ['Hello', []],
  ])
  await react(desk, 'wamid.look', '😮', 1)
  assert.deepEqual((await emojis(desk))[0], ['Look', ['👍']], 'an older reaction that comes late changes nothing')
  await react(desk, 'wamid.look', null, 3)
  assert.deepEqual(await emojis(desk), [
    ['Look', []],
    ['Hello', []],
  ])

  const { unreadCount, lastMessage } = await show(desk)
  assert.deepEqual([unreadCount, lastMessage?.text], [2, 'Look'])
})

test('a reaction to our own message stands on it', async (t) => {
  const desk = await inbox(t)
  const id = await desk.answer('See you')
  await desk.deliver()
  await react(desk, desk.meta.outbox[0]!.id, '🙏', 1)
  assert.deepEqual(
    (await desk.message(id)).reactions.map(({ by, emoji }) => [by, emoji]),
    [['customer', '🙏']],
  )
})

test('a reaction to what nobody knows stands by itself until its message comes', async (t) => {
  const desk = await inbox(t)
  await react(desk, 'wamid.later', '👍', 1)
  assert.deepEqual(
    (await emojis(desk)).map(([text]) => text),
    [null, 'Hello'],
  )
  await desk.hear(ana, { text: 'Later', providerMessageId: 'wamid.later' })
  assert.deepEqual(await emojis(desk), [
    ['Later', ['👍']],
    ['Hello', []],
  ])
})

for (const order of ['after', 'before'] as const) {
  test(`an edit that comes ${order} its message changes it and keeps what it said`, async (t) => {
    const desk = await inbox(t)
    const hear = () => desk.hear(ana, { text: 'Tomorow', providerMessageId: 'wamid.typo' })
    const edit = () => change(desk, 'wamid.typo', { text: 'Tomorrow', details: null })
    await (order === 'after' ? hear() : edit())
    await (order === 'after' ? edit() : hear())

    const [message] = await thread(desk)
    assert.deepEqual([message?.text, message?.editedAt !== null], ['Tomorrow', true])
    const { changes } = await desk.salon.as(desk.salon.staff, (tx) => getTimeline(tx, message!.id))
    assert.deepEqual(
      changes.map(({ kind, text }) => [kind, text]),
      [['edit', 'Tomorrow']],
    )
    const kept = await desk.asSystem((tx) =>
      tx.db.selectFrom('conversations.message').select('original').where('id', '=', message!.id).executeTakeFirst(),
    )
    assert.deepEqual(kept?.original, { text: 'Tomorow', details: null })
  })

  test(`a message taken back ${order} it came says nothing`, async (t) => {
    const desk = await inbox(t)
    const hear = () => desk.hear(ana, { text: 'Oops', providerMessageId: 'wamid.oops' })
    const revoke = () => change(desk, 'wamid.oops', 'revoked')
    await (order === 'after' ? hear() : revoke())
    await (order === 'after' ? revoke() : hear())

    const [message] = await thread(desk)
    assert.deepEqual([message?.text, message?.revokedAt !== null], [null, true])
    assert.notEqual((await show(desk)).lastMessage?.revokedAt, null)
  })
}

test('nobody changes what the other side said', async (t) => {
  const desk = await inbox(t)
  const id = await desk.answer('The price is 20')
  await desk.deliver()
  await change(desk, desk.meta.outbox[0]!.id, { text: 'The price is 2', details: null })
  await change(desk, desk.meta.outbox[0]!.id, 'revoked')
  assert.equal((await desk.message(id)).text, 'The price is 20')
})

test('an answer shows what it answers', async (t) => {
  const desk = await inbox(t)
  const id = await desk.answer('Ten or eleven?')
  await desk.deliver()
  await desk.hear(ana, { text: 'Ten', quotes: desk.meta.outbox[0]!.id })
  await desk.hear(ana, { text: 'Or not', quotes: 'wamid.unknown' })
  const [unknown, known] = await thread(desk)
  assert.deepEqual(known?.quote, { id, direction: 'outbound', kind: 'text', text: 'Ten or eleven?' })
  assert.equal(unknown?.quote, null)
})

function react(desk: Inbox, aboutProviderId: string, emoji: string | null, second: number) {
  const saidAt = new Date(desk.clock.now().getTime() + second * 1000)
  const reaction = { aboutProviderId, emoji }
  return desk.hear(ana, { kind: 'reaction', text: null, details: { emoji }, saidAt, opensWindow: false, reaction })
}

let count = 0

function change(desk: Inbox, aboutProviderId: string, to: InboundChange['to']) {
  return desk.asSystem(async (tx) => {
    const { id } = await resolve(tx, { phone: ana })
    const providerMessageId = `wamid.change${++count}`
    const from = { phone: ana }
    await hands.change(tx, desk.channel, id, 'customer', { providerMessageId, aboutProviderId, at: tx.now, from, to })
  })
}

async function thread(desk: Inbox) {
  const { items } = await desk.salon.as(desk.salon.staff, (tx) => listThread(tx, desk.ana.conversationId, { limit: 9 }))
  return items
}

async function emojis(desk: Inbox) {
  return (await thread(desk)).map(({ text, reactions }) => [text, reactions.map(({ emoji }) => emoji)])
}

function show(desk: Inbox) {
  return desk.salon.as(desk.salon.staff, (tx) => getConversation(tx, desk.ana.conversationId))
}
