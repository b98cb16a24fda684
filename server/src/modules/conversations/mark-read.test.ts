import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inbox } from '../../../world/inbox.ts'
import { markRead, showRead } from './mark-read.ts'
import { getConversation } from './queries.ts'
import { showTyping, signTyping } from './show-typing.ts'

test('reading clears the unread count and turns the ticks on the customer’s phone blue', async (t) => {
  const { ana, context, hear, meta, salon } = await inbox(t)
  const delivery = await meta.customerSends({ phoneNumberId: '15550001', from: '34600000001', text: 'Hi' })
  await hear(ana.phone, { providerMessageId: delivery.messageId ?? '' })

  await salon.as(salon.staff, (tx) => markRead(tx, ana.conversationId))
  const outcome = await showRead.run(context, salon.tenantId, { conversationId: ana.conversationId })

  assert.equal(outcome.kind, 'done')
  const conversation = await salon.as(salon.staff, (tx) => getConversation(tx, ana.conversationId))
  assert.equal(conversation.unreadCount, 0)
  assert.deepEqual(meta.chats.find('15550001', '34600000001')?.messages.at(-1)?.status, 'read')
})

test('typing is shown at once or not at all, and failing at it disturbs nobody', async (t) => {
  const { ana, clock, context, hear, meta, salon } = await inbox(t)
  const signs: string[] = []
  meta.on('typing', ({ customer }) => signs.push(customer))
  const delivery = await meta.customerSends({ phoneNumberId: '15550001', from: '34600000001', text: 'Hi' })
  await hear(ana.phone, { providerMessageId: delivery.messageId ?? '' })
  const typed = { conversationId: ana.conversationId, at: clock.now().toISOString() }
  await salon.as(salon.staff, (tx) => showTyping(tx, ana.conversationId))

  const shown = await signTyping.run(context, salon.tenantId, typed)
  assert.deepEqual([shown.kind, signs], ['done', ['34600000001']])
  clock.advance(30_000)
  const tooLate = await signTyping.run(context, salon.tenantId, typed)

  assert.equal(tooLate.kind, 'giveUp')
  await meta.close()
  const unreachable = await signTyping.run(context, salon.tenantId, { ...typed, at: clock.now().toISOString() })

  assert.equal(unreachable.kind, 'giveUp')
  assert.equal(signs.length, 1)
})

test('another workspace can neither read nor type here', async (t) => {
  const { ana, clinic } = await inbox(t)
  const notFound = { code: 'not_found', status: 404 }
  await assert.rejects(
    clinic.as(clinic.owner, (tx) => markRead(tx, ana.conversationId)),
    notFound,
  )
  await assert.rejects(
    clinic.as(clinic.owner, (tx) => showTyping(tx, ana.conversationId)),
    notFound,
  )
})
