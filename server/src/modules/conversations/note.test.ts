import assert from 'node:assert/strict'
import { test } from 'node:test'
import { system } from '#lib/actor'
import { newId } from '#lib/id'
import { type Inbox, inbox } from '../../../world/inbox.ts'
import { sweep } from './delivery/sweep.ts'
import { longestNote, note } from './note.ts'
import { getConversation } from './queries.ts'
import { sendAgain } from './send-again.ts'

test('a note stands in the thread and leaves the conversation as it is', async (t) => {
  const desk = await inbox(t)
  const before = await show(desk)
  desk.clock.advance(60_000)

  const id = await write(desk, 'She is allergic to latex')

  const { text, kind, direction, status, senderType, channelId, providerMessageId } = await desk.message(id)
  assert.deepEqual(
    [text, kind, direction, status, senderType, channelId, providerMessageId],
    ['She is allergic to latex', 'note', 'outbound', 'received', 'member', null, null],
  )
  assert.deepEqual(await show(desk), before)
})

test('a note never reaches the outbox nor the provider, and can’t be sent again', async (t) => {
  const desk = await inbox(t)
  const id = await write(desk, 'Between us')
  const waiting = await desk.asSystem((tx) => tx.db.selectFrom('conversations.outbox').selectAll().execute())
  assert.deepEqual(waiting, [])

  await desk.answer('For the customer')
  await desk.deliver()
  desk.clock.advance(60 * 60_000)
  await sweep(desk.context)
  assert.deepEqual(desk.texts(), ['For the customer'])
  const { salon, context } = desk
  await assert.rejects(
    salon.as(salon.staff, (tx) => sendAgain(tx, context, id)),
    { code: 'message_not_failed' },
  )
})

test('a note can be written when nothing can be sent any more', async (t) => {
  const desk = await inbox(t)
  desk.clock.advance(48 * 60 * 60_000)
  assert.equal((await show(desk)).window.open, false)
  await write(desk, 'Call her tomorrow')
})

test('a note without words, in no conversation, or by nobody is refused', async (t) => {
  const desk = await inbox(t)
  await assert.rejects(write(desk, ' \n'), { code: 'invalid_input' })
  await assert.rejects(write(desk, 'x', newId()), { code: 'not_found' })
  const { tenantId } = desk.salon
  const byNobody = desk.context.withTenant({ tenantId, actor: system }, (tx) =>
    note(tx, { conversationId: desk.ana.conversationId, text: 'x' }),
  )
  await assert.rejects(byNobody, { code: 'forbidden' })
})

test('whatever a note holds is kept as it was written, but for what the database refuses', async (t) => {
  const desk = await inbox(t)
  const odd = `<b>x</b> '; drop table ${'é'.repeat(longestNote - 40)}\u0000`
  assert.equal((await desk.message(await write(desk, odd))).text, odd.replace('\u0000', '\uFFFD'))
})

function write(desk: Inbox, text: string, conversationId = desk.ana.conversationId) {
  return desk.salon.as(desk.salon.staff, (tx) => note(tx, { conversationId, text }))
}

function show(desk: Inbox) {
  return desk.salon.as(desk.salon.staff, (tx) => getConversation(tx, desk.ana.conversationId))
}
