import { textLimit } from '#channels'
import type { Context } from '#lib/context'
import { announce } from '#lib/facts/announce'
import { newId } from '#lib/id'
import { NotFound } from '#lib/refusal'
import { storableText } from '#lib/storable-text'
import type { Tx } from '#lib/tx'
import { permit } from '#tenancy'
import { change } from './change.ts'
import { queueMessage } from './delivery/queue-message.ts'
import { lockConversation } from './lock-conversation.ts'
import { EmptyText, TextTooLong } from './refusals.ts'
import { senderOf } from './sender.ts'
import { wayOut } from './way-out.ts'

export interface Reply {
  readonly conversationId: string
  readonly text: string
  /** The channel the customer last wrote on, unless named. */
  readonly channelId?: string | undefined
}

/**
 * Queues a text for the customer and answers the message's id; delivery follows. Refuses what could not be sent anyway
 * before any provider is called. Whoever answers takes over: automation pauses in this conversation.
 */
export async function reply(tx: Tx, context: Context, wish: Reply): Promise<string> {
  permit(tx, 'conversations.reply')

  const conversation = await lockConversation(tx, { id: wish.conversationId })
  if (!conversation) throw new NotFound('conversation')
  const text = sendableText(wish.text)
  const channelId = await wayOut(tx, context, conversation.id, wish.channelId ?? conversation.channelId)

  const messageId = await write(tx, { conversationId: conversation.id, channelId, text })
  await queueMessage(tx, { messageId, conversationId: conversation.id, channelId })
  await announce(tx, 'conversations.reply_queued', {
    subjectId: messageId,
    contactId: conversation.contactId,
    conversationId: conversation.id,
    details: { messageId, channelId },
  })
  if (!conversation.automationPausedAt) await change(tx, conversation.id, { automationPaused: true })
  return messageId
}

function sendableText(typed: string): string {
  if (typed.trim() === '') throw new EmptyText()
  // Characters as a person counts them in an address or an emoji: code points, which is how WhatsApp counts.
  const length = [...typed].length
  if (length > textLimit) throw new TextTooLong(length, textLimit)
  return storableText(typed)
}

async function write(
  tx: Tx,
  { conversationId, channelId, text }: { conversationId: string; channelId: string; text: string },
): Promise<string> {
  const id = newId()
  await tx.db
    .insertInto('conversations.message')
    .values({
      id,
      conversationId,
      channelId,
      direction: 'outbound',
      kind: 'text',
      text,
      status: 'queued',
      ...senderOf(tx.actor),
      saidAt: tx.now,
      createdAt: tx.now,
    })
    .execute()
  await tx.db
    .updateTable('conversations.conversation')
    .set({ lastMessageId: id, lastMessageAt: tx.now })
    .where('tenantId', '=', tx.tenantId)
    .where('id', '=', conversationId)
    .execute()
  return id
}
