import type { Context } from '#lib/context'
import type { Page } from '#lib/page'
import type { Tx } from '#lib/tx'
import { filesById } from '#media'
import { getMessage, type StoredMessage } from './message-queries.ts'
import type { Message } from './views.ts'

/** Messages as they are shown: with their files, and links to those. */
export async function withFiles(tx: Tx, context: Context, messages: readonly StoredMessage[]): Promise<Message[]> {
  const files = await filesById(
    tx,
    context,
    messages.flatMap(({ mediaId }) => mediaId ?? []),
  )
  return messages.map(({ mediaId, ...message }) => ({
    ...message,
    media: mediaId === null ? null : (files.get(mediaId) ?? null),
  }))
}

export async function pageWithFiles(
  tx: Tx,
  context: Context,
  { items, nextCursor }: Page<StoredMessage>,
): Promise<Page<Message>> {
  return { items: await withFiles(tx, context, items), nextCursor }
}

/** One message as it is shown, or `not_found`. */
export async function showMessage(tx: Tx, context: Context, id: string): Promise<Message> {
  const [message] = await withFiles(tx, context, [await getMessage(tx, id)])
  if (!message) throw new Error(`the message ${id} was lost`)
  return message
}
