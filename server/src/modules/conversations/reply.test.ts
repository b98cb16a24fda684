import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { noteSendError } from '#channels'
import { newId } from '#lib/id'
import { connectNumber, hearOn, type Inbox, inbox } from '../../../world/inbox.ts'
import { getConversation } from './queries.ts'
import { reply } from './reply.ts'
import { sendAgain } from './send-again.ts'

const day = 24 * 60 * 60_000

test('a reply is queued, becomes the last message, and pauses automation', async (t) => {
  const desk = await inbox(t)

  const id = await desk.answer('Good morning')

  const message = await desk.message(id)
  const { actor } = desk.salon.staff
  assert.deepEqual([message.status, message.direction, message.senderType], ['queued', 'outbound', 'member'])
  assert.equal(message.senderId, actor.kind === 'member' && actor.id)
  const conversation = await desk.salon.as(desk.salon.staff, (tx) => getConversation(tx, desk.ana.conversationId))
  assert.deepEqual([conversation.lastMessage?.id, conversation.automation.paused], [id, true])
  assert.deepEqual(desk.texts(), [], 'nothing has been sent yet')
})

test('the window is open to its last millisecond; then the reply is refused and no provider is called', async (t) => {
  const desk = await inbox(t)
  desk.clock.advance(day - 1)
  await desk.answer('just in time')
  desk.clock.advance(1)
  const before = desk.meta.calls.length

  await assert.rejects(desk.answer('too late'), {
    code: 'window_closed',
    status: 409,
    message:
      'The customer’s 24 hours ended on 3 March 2026 at 10:00. Until they write again, only a template can be sent.',
  })

  assert.equal(desk.meta.calls.length, before)
})

test('text is counted in characters as people see them, and storable whatever was typed', async (t) => {
  const desk = await inbox(t)

  await assert.rejects(desk.answer(' \n\t'), { code: 'invalid_input', status: 422 })
  await assert.rejects(desk.answer('x'.repeat(4097)), { code: 'text_too_long', status: 422 })
  await assert.rejects(desk.answer('x'.repeat(100_000)), {
    code: 'text_too_long',
    message: 'WhatsApp takes 4,096 characters in one message; this has 100,000.',
  })
  await desk.answer('😀'.repeat(4096))
  const odd = await desk.answer("a\u0000b\ud800'; drop table conversations.message; --")

  assert.equal((await desk.message(odd)).text, "a\uFFFDb\uFFFD'; drop table conversations.message; --")
  await desk.deliver()
  assert.equal(desk.texts().length, 2)
})

test('a channel that was removed or disabled refuses, a paused one keeps the message', async (t) => {
  const desk = await inbox(t)
  await desk.asSystem((tx) =>
    noteSendError(tx, desk.channel.id, { code: 'spam_limited', class: 'stop_lane', message: 'Reported as spam.' }),
  )
  await desk.answer('kept')

  await setStatus(desk, 'disabled')
  await assert.rejects(desk.answer('refused'), { code: 'channel_not_ready', status: 409 })
})

test('a reply leaves by the number the customer last wrote to, or by a named one they also wrote to', async (t) => {
  const desk = await inbox(t)
  const second = await connectNumber(desk, desk.salon, desk.meta, '15550002')
  const { conversationId } = desk.ana
  await desk.asSystem((tx) => hearOn(tx, second, desk.ana.phone))
  await desk.answer('by the second')
  await desk.salon.as(desk.salon.staff, (tx) =>
    reply(tx, desk.context, { conversationId, text: 'by the first', channelId: desk.channel.id }),
  )

  await desk.deliver()

  assert.deepEqual(
    desk.meta.outbox.map(({ phoneNumberId, text }) => [phoneNumberId, text]),
    [
      ['15550002', 'by the second'],
      ['15550001', 'by the first'],
    ],
  )
})

test('conversations, channels and messages of another workspace do not exist', async (t) => {
  const desk = await inbox(t)
  const foreign = await connectNumber(desk, desk.clinic, desk.meta, '15550003')
  const { conversationId } = desk.ana
  const id = await desk.answer('one')
  const notFound = { code: 'not_found', status: 404 }
  const { clinic, salon, context } = desk

  await assert.rejects(
    clinic.as(clinic.owner, (tx) => reply(tx, context, { conversationId, text: 'Hi' })),
    notFound,
  )
  await assert.rejects(
    clinic.as(clinic.owner, (tx) => sendAgain(tx, context, id)),
    notFound,
  )
  for (const channelId of [foreign.id, newId()]) {
    const wish = { conversationId, text: 'Hi', channelId }
    await assert.rejects(
      salon.as(salon.staff, (tx) => reply(tx, context, wish)),
      notFound,
    )
  }
})

test('a failed message is sent again by hand, once however often it is asked for', async (t) => {
  const desk = await inbox(t)
  const id = await desk.answer('one')
  const again = () => desk.salon.as(desk.salon.staff, (tx) => sendAgain(tx, desk.context, id))
  await assert.rejects(again(), { code: 'message_not_failed', status: 409 })
  desk.meta.misbehave({ kind: 'error', code: 131026, times: 1 })
  await desk.deliver()
  assert.equal((await desk.message(id)).status, 'failed')

  const asked = await Promise.allSettled([again(), again()])
  assert.deepEqual(asked.map(({ status }) => status).sort(), ['fulfilled', 'rejected'])
  assert.deepEqual([(await desk.message(id)).status, (await desk.message(id)).error], ['queued', null])

  await desk.deliver()
  assert.deepEqual(desk.texts(), ['one'])
  assert.equal((await desk.message(id)).status, 'accepted')
})

test('nothing is sent again once the window has closed', async (t) => {
  const desk = await inbox(t)
  const id = await desk.answer('one')
  desk.clock.advance(day)
  await desk.deliver()

  const again = desk.salon.as(desk.salon.staff, (tx) => sendAgain(tx, desk.context, id))
  await assert.rejects(again, { code: 'window_closed', status: 409 })
})

async function setStatus(desk: Inbox, status: string): Promise<void> {
  await desk.asSystem((tx) => sql`update channels.channel set status = ${status}, status_reason = null`.execute(tx.db))
}
