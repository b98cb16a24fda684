import type { Context } from '#lib/context'
import { NotFound } from '#lib/refusal'
import type { Tx } from '#lib/tx'
import { permit } from '#tenancy'
import { queueMessage } from './delivery/queue-message.ts'
import { lockConversation } from './lock-conversation.ts'
import { settle } from './receipts/settle.ts'
import { MessageNotFailed } from './refusals.ts'
import { wayOut } from './way-out.ts'

/** A person decides to send a failed message once more: a new attempt at the same message. Refuses any other message. */
export async function sendAgain(tx: Tx, context: Context, messageId: string): Promise<void> {
  permit(tx, 'conversations.reply')

  const found = await findMessage(tx, messageId)
  if (!found) throw new NotFound('message')
  const { conversationId, channelId } = found
  if (channelId === null) throw new MessageNotFailed()
  await lockConversation(tx, { id: conversationId })
  // Read again: only now nobody else can be sending it.
  const message = await findMessage(tx, messageId)
  if (message?.direction !== 'outbound' || message.status !== 'failed') throw new MessageNotFailed()
  // A template needs no window; whether it is still approved is asked when it leaves.
  if (message.kind !== 'template') await wayOut(tx, context, conversationId, channelId)

  await queueMessage(tx, { messageId, conversationId, channelId })
  await settle(tx, messageId)
}

function findMessage(tx: Tx, id: string) {
  return tx.db
    .selectFrom('conversations.message')
    .select(['conversationId', 'channelId', 'direction', 'status', 'kind'])
    .where('tenantId', '=', tx.tenantId)
    .where('id', '=', id)
    .executeTakeFirst()
}
