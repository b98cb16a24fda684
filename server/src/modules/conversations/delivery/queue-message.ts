import type { Tx } from '#lib/tx'
import { deliverLater } from './deliver-later.ts'

/** Puts a message in the outbox and sets its delivery going. Needs the conversation held. */
export async function queueMessage(
  tx: Tx,
  message: { messageId: string; conversationId: string; channelId: string },
): Promise<void> {
  await tx.db
    .insertInto('conversations.outbox')
    .values({ ...message, state: 'waiting', dueAt: tx.now })
    .execute()
  await deliverLater(tx, [message.conversationId])
}
