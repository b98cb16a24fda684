import { openForSending } from '#channels'
import { memberBehind } from '#lib/actor'
import type { Context } from '#lib/context'
import { announce } from '#lib/facts/announce'
import { NotFound } from '#lib/refusal'
import { storableJson, storableText } from '#lib/storable-text'
import type { Tx } from '#lib/tx'
import { renderForWhatsapp } from '#templates'
import { permit } from '#tenancy'
import { stepIn } from './automation/step-in.ts'
import { bringUp } from './bring-up.ts'
import { queueMessage } from './delivery/queue-message.ts'
import { lockConversation } from './lock-conversation.ts'
import { writeMessage } from './message-write.ts'
import { ChannelNotReady, NoChannel, NoTemplatesHere } from './refusals.ts'
import type { Writing } from './reply-content.ts'
import { goneForGood } from './way-out.ts'

export interface TemplateReply {
  readonly conversationId: string
  readonly templateId: string
  /** The closest there is that was approved. */
  readonly language?: string | undefined
  /** By the names of its variables. */
  readonly variables?: Readonly<Record<string, string>> | undefined
  /** The one the customer last wrote on, unless named. */
  readonly channelId?: string | undefined
}

/**
 * Queues a template to the customer and answers the message's id: also when their 24 hours are over. Refuses one that is not
 * approved for the number, and values that are missing, by name. Sent by a person, it pauses automation as any answer does.
 */
export async function replyWithTemplate(tx: Tx, context: Context, wish: TemplateReply): Promise<string> {
  permit(tx, 'conversations.reply')

  const conversation = await lockConversation(tx, { id: wish.conversationId })
  if (!conversation) throw new NotFound('conversation')
  const channelId = await wayFor(tx, context, conversation.id, wish.channelId ?? conversation.channelId)
  const { templateId, language, variables = {} } = wish
  const writing = await writingOfTemplate(tx, channelId, { templateId, language, values: variables })
  const messageId = await writeMessage(tx, {
    ...{ conversationId: conversation.id, channelId, writing, quotedId: null },
    purpose: writing.details?.category === 'MARKETING' ? 'marketing' : 'service',
    // A colleague sends it now, and knows what time it is.
    urgent: memberBehind(tx.actor) !== null,
  })
  await bringUp(tx, conversation.id, messageId)
  await queueMessage(tx, { messageId, conversationId: conversation.id, channelId })
  await announce(tx, 'conversations.reply_queued', {
    subjectId: messageId,
    contactId: conversation.contactId,
    conversationId: conversation.id,
    details: { messageId, channelId, kind: writing.kind },
  })
  await stepIn(tx, conversation, memberBehind(tx.actor))
  return messageId
}

/** A number by which this customer is reached, its window open or not. */
async function wayFor(tx: Tx, context: Context, conversationId: string, channelId: string | null): Promise<string> {
  if (channelId === null) throw new NoChannel()
  const reach = await tx.db
    .selectFrom('conversations.reach')
    .select('id')
    .where('tenantId', '=', tx.tenantId)
    .where('conversationId', '=', conversationId)
    .where('channelId', '=', channelId)
    .executeTakeFirst()
  if (!reach) throw new NotFound('channel in this conversation')
  const opened = await openForSending(tx, context, channelId)
  if (!opened.capabilities.templates) throw new NoTemplatesHere()
  if (!opened.ready && goneForGood.has(opened.why.code)) throw new ChannelNotReady(opened.why.message)
  return channelId
}

/** The words as the customer sees them, beside what the provider is told. */
async function writingOfTemplate(
  tx: Tx,
  channelId: string,
  use: Parameters<typeof renderForWhatsapp>[2],
): Promise<Writing> {
  const { templateId, name, category, language, header, body, footer, buttons, components } = await renderForWhatsapp(
    tx,
    channelId,
    use,
  )
  const details = { name, category, language, header, footer, buttons, components }
  return { kind: 'template', text: storableText(body), details: storableJson(details), templateId }
}
