import type { Purpose } from '#contacts'
import { newId } from '#lib/id'
import type { Tx } from '#lib/tx'
import type { AutomaticSender } from './automation/automation.ts'
import type { Writing } from './reply-content.ts'
import { senderOf } from './sender.ts'

interface NewMessage {
  readonly conversationId: string
  readonly channelId: string
  readonly writing: Writing
  /** The message it answers or is about. */
  readonly quotedId: string | null
  /** What it is for; an answer in the conversation, unless told. */
  readonly purpose?: Purpose | undefined
  /** Whether quiet hours do not hold it. */
  readonly urgent?: boolean | undefined
  /** What says it by itself, and the epoch it belongs to; left out when whoever acts says it. */
  readonly automatic?: { readonly by: AutomaticSender; readonly epoch: number } | undefined
}

/** Writes down what is about to leave, in the name of whoever acts, and answers its id. */
export async function writeMessage(
  tx: Tx,
  { conversationId, channelId, writing, quotedId, purpose = 'conversation', urgent = false, automatic }: NewMessage,
): Promise<string> {
  const id = newId()
  await tx.db
    .insertInto('conversations.message')
    .values({
      id,
      conversationId,
      channelId,
      direction: 'outbound',
      kind: writing.kind,
      mediaId: writing.mediaId ?? null,
      templateId: writing.templateId ?? null,
      text: writing.text,
      details: writing.details && JSON.stringify(writing.details),
      status: 'queued',
      ...(automatic ? { senderType: automatic.by, senderId: null, epoch: automatic.epoch } : senderOf(tx.actor)),
      quotedId,
      purpose,
      urgent,
      saidAt: tx.now,
      createdAt: tx.now,
    })
    .execute()
  return id
}
