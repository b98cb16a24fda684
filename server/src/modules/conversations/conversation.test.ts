import assert from 'node:assert/strict'
import { test } from 'node:test'
import { conversationStatuses, statusAfter } from './conversation.ts'

const after = (occasion: Parameters<typeof statusAfter>[0]) =>
  conversationStatuses.map((status) => statusAfter(occasion, status))

test('whatever a customer writes opens the conversation', () => {
  assert.deepEqual(after('customer_wrote'), ['open', 'open', 'open', 'open'])
})

test('when its time comes only a snoozed one opens', () => {
  assert.deepEqual(after('time_came'), ['open', 'pending', 'open', 'resolved'])
})

test('nothing the team says opens or closes anything', () => {
  for (const occasion of ['note_written', 'reply_sent', 'phone_app_wrote'] as const)
    assert.deepEqual(after(occasion), conversationStatuses, occasion)
})
