import { type ChannelKind, measureText } from '#channels'
import type { Purpose } from '#contacts'
import { memberBehind } from '#lib/actor'
import type { Context } from '#lib/context'
import { announce } from '#lib/facts/announce'
import { NotFound } from '#lib/refusal'
import type { Tx } from '#lib/tx'
import { permit } from '#tenancy'
import type { AutomaticSender } from './automation/automation.ts'
import { stepIn } from './automation/step-in.ts'
import { bringUp } from './bring-up.ts'
import { queueMessage } from './delivery/queue-message.ts'
import { type LockedConversation, lockConversation } from './lock-conversation.ts'
import { writeMessage } from './message-write.ts'
import { NotOneContent } from './refusals.ts'
import { countOf, type ReplyContent, type Writing, writingOf } from './reply-content.ts'
import { writingOfFile } from './reply-file.ts'
import { quotedBy } from './reply-to.ts'
import { wayOut } from './way-out.ts'

export interface Reply extends ReplyContent {
  readonly conversationId: string
  /** An uploaded file, in place of anything else, and what stands below it. */
  readonly mediaId?: string | undefined
  readonly caption?: string | undefined
  /** The message it quotes. */
  readonly replyTo?: string | undefined
  /** That of the quoted message, else the one the customer last wrote on, unless named. */
  readonly channelId?: string | undefined
  /** An answer in the conversation, unless told. */
  readonly purpose?: Purpose | undefined
  readonly urgent?: boolean | undefined
}

/**
 * Queues what is said to the customer and answers the message's id; delivery follows. Refuses what could not be sent
 * anyway before any provider is called. Whoever answers takes over: automation pauses in this conversation.
 */
export async function reply(tx: Tx, context: Context, wish: Reply): Promise<string> {
  permit(tx, 'conversations.reply')

  const conversation = await lockConversation(tx, { id: wish.conversationId })
  if (!conversation) throw new NotFound('conversation')
  const messageId = await say(tx, context, { conversation, wish })
  await stepIn(tx, conversation, memberBehind(tx.actor))
  return messageId
}

interface Saying {
  /** Held. */
  readonly conversation: LockedConversation
  readonly wish: Reply
  /** What says it by itself; left out when a person does. */
  readonly automatic?: { readonly by: AutomaticSender; readonly epoch: number } | undefined
}

/** Queues a message in a conversation, for people and for what acts by itself alike, and answers its id. */
export async function say(tx: Tx, context: Context, { conversation, wish, automatic }: Saying): Promise<string> {
  const writing = await writingFor(tx, wish)
  const quoted = await quotedBy(tx, wish)
  const wanted = wish.channelId ?? quoted?.channelId ?? conversation.channelId
  const { channelId, kind } = await wayOut(tx, context, conversation.id, wanted, writing)

  const quotedId = quoted?.id ?? null
  const messageId = await writeMessage(tx, {
    conversationId: conversation.id,
    channelId,
    writing: measured(kind, writing),
    quotedId,
    purpose: wish.purpose,
    urgent: wish.urgent,
    automatic,
  })
  await bringUp(tx, conversation.id, messageId, automatic?.epoch)
  await queueMessage(tx, { messageId, conversationId: conversation.id, channelId })
  await announce(tx, 'conversations.reply_queued', {
    subjectId: messageId,
    contactId: conversation.contactId,
    conversationId: conversation.id,
    details: { messageId, channelId, kind: writing.kind },
  })
  return messageId
}

/** A text is kept with what its channel says about its length. */
function measured(kind: ChannelKind, writing: Writing): Writing {
  const measure = writing.kind === 'text' ? measureText(kind, writing.text ?? '') : undefined
  return measure ? { ...writing, details: measure } : writing
}

function writingFor(tx: Tx, wish: Reply): Writing | Promise<Writing> {
  const { mediaId, caption } = wish
  if (mediaId === undefined) return writingOf(wish)
  const others = countOf(wish)
  if (others > 0) throw new NotOneContent(others + 1)
  return writingOfFile(tx, { mediaId, caption })
}
