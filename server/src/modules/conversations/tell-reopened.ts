import { announce } from '#lib/facts/announce'
import { time } from '#lib/json'
import type { Tx } from '#lib/tx'
import { statusAfter } from './conversation.ts'
import type { LockedConversation } from './lock-conversation.ts'

/** Announces what a customer's message made of the conversation, given as it stood before. Silent when it was open already. */
export async function tellReopened(tx: Tx, before: LockedConversation): Promise<void> {
  const status = statusAfter('customer_wrote', before.status)
  if (status === before.status) return
  await announce(tx, 'conversations.changed', {
    subjectId: before.id,
    contactId: before.contactId,
    conversationId: before.id,
    details: {
      status: { from: before.status, to: status },
      ...(before.snoozedUntil ? { snoozedUntil: { from: time(before.snoozedUntil), to: null } } : {}),
    },
  })
}
