import { isOneEmoji, limits } from '#channels'
import type { Context } from '#lib/context'
import { announce } from '#lib/facts/announce'
import { InvalidInput, NotFound } from '#lib/refusal'
import type { Tx } from '#lib/tx'
import { permit } from '#tenancy'
import { queueMessage } from './delivery/queue-message.ts'
import { lockConversation } from './lock-conversation.ts'
import { isSaid } from './message.ts'
import { writeMessage } from './message-write.ts'
import { getTarget, type Target } from './reply-to.ts'
import { wayOut } from './way-out.ts'

export interface ReactionWish {
  readonly conversationId: string
  readonly messageId: string
  /** One emoji; empty takes the reaction back. */
  readonly emoji: string
}

const day = 24 * 60 * 60_000

/**
 * Queues a reaction to a customer's message and answers its own id. It leaves by the number that heard the message, is
 * shown once WhatsApp has taken it, and is no answer: the conversation stays where it is and automation goes on.
 */
export async function reactTo(tx: Tx, context: Context, wish: ReactionWish): Promise<string> {
  permit(tx, 'conversations.reply')

  const conversation = await lockConversation(tx, { id: wish.conversationId })
  if (!conversation) throw new NotFound('conversation')
  const { messageId: id, emoji } = wish
  if (emoji !== '' && !isOneEmoji(emoji)) throw refusal('emoji', 'Choose one emoji.', 'not_one_emoji')
  const target = await getTarget(tx, conversation.id, { id, field: 'reaction.messageId' })
  refuseUnlessOpen(tx, target)
  const about = { kind: 'reaction', text: null } as const
  const { channelId } = await wayOut(tx, context, conversation.id, target.channelId, about)

  const messageId = await writeMessage(tx, {
    conversationId: conversation.id,
    channelId,
    writing: { kind: 'reaction', text: null, details: { message_id: target.providerMessageId, emoji } },
    quotedId: target.id,
  })
  await queueMessage(tx, { messageId, conversationId: conversation.id, channelId })
  await announce(tx, 'conversations.reaction_queued', {
    subjectId: messageId,
    contactId: conversation.contactId,
    conversationId: conversation.id,
    details: { messageId, channelId, about: target.id },
  })
  return messageId
}

function refuseUnlessOpen(tx: Tx, { direction, kind, saidAt, revokedAt }: Target): void {
  if (direction !== 'inbound' || !isSaid(kind)) {
    throw refusal('messageId', 'One can react only to what the customer wrote.', 'not_from_the_customer')
  }
  if (revokedAt) throw refusal('messageId', 'The customer has taken this message back.', 'taken_back')
  if (tx.now.getTime() - saidAt.getTime() <= limits.reactionDays * day) return
  throw refusal('messageId', `WhatsApp takes reactions for ${limits.reactionDays} days after a message.`, 'too_old')
}

function refusal(field: 'messageId' | 'emoji', message: string, code: string): InvalidInput {
  return new InvalidInput([{ path: `reaction.${field}`, message, code }], message)
}
