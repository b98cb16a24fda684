import { announceEach } from '#lib/facts/announce'
import type { Tx } from '#lib/tx'

/** A file came, or will not: the messages that carry it look different now. */
export async function showMedia(tx: Tx, mediaId: string): Promise<void> {
  const messages = await tx.db
    .selectFrom('conversations.message as message')
    .innerJoin('conversations.conversation as conversation', (join) =>
      join
        .onRef('conversation.tenantId', '=', 'message.tenantId')
        .onRef('conversation.id', '=', 'message.conversationId'),
    )
    .select(['message.id', 'message.conversationId', 'conversation.contactId'])
    .where('message.tenantId', '=', tx.tenantId)
    .where('message.mediaId', '=', mediaId)
    .execute()
  await announceEach(
    tx,
    'conversations.media_changed',
    messages.map(({ id, conversationId, contactId }) => ({
      subjectId: id,
      contactId,
      conversationId,
      details: { messageId: id, mediaId },
    })),
  )
}
