import { announce } from '#lib/facts/announce'
import type { Tx } from '#lib/tx'
import { type Remark, type Said, type Standing, standingAfter } from './remark.ts'

/** Works out how a message stands by all remarks about it, and tells that one came. */
export async function applyRemarks(
  tx: Tx,
  messageId: string,
  { kind, by }: Pick<Remark, 'kind' | 'by'>,
): Promise<void> {
  const message = await tx.db
    .selectFrom('conversations.message as message')
    .innerJoin('conversations.conversation as conversation', (join) =>
      join
        .onRef('conversation.tenantId', '=', 'message.tenantId')
        .onRef('conversation.id', '=', 'message.conversationId'),
    )
    .select(['message.text', 'message.details', 'message.original', 'message.conversationId', 'conversation.contactId'])
    .where('message.tenantId', '=', tx.tenantId)
    .where('message.id', '=', messageId)
    .executeTakeFirstOrThrow()
  const original = (message.original ?? { text: message.text, details: message.details }) as unknown as Said
  const standing = standingAfter(original, await remarksAbout(tx, messageId))

  await stand(tx, messageId, original, standing)
  const { contactId, conversationId } = message
  const details = { messageId, what: kind, by }
  await announce(tx, 'conversations.message_changed', { subjectId: messageId, contactId, conversationId, details })
}

function remarksAbout(tx: Tx, messageId: string): Promise<Remark[]> {
  return tx.db
    .selectFrom('conversations.remark')
    .select(['id', 'kind', 'by', 'content', 'at'])
    .$castTo<Remark>()
    .where('tenantId', '=', tx.tenantId)
    .where('messageId', '=', messageId)
    .execute()
}

async function stand(
  tx: Tx,
  id: string,
  original: Said,
  { reactions, says, editedAt, revokedAt }: Standing,
): Promise<void> {
  const isAsSaid = editedAt === null && revokedAt === null
  await tx.db
    .updateTable('conversations.message')
    .set({
      text: says?.text ?? null,
      details: says?.details ? JSON.stringify(says.details) : null,
      original: isAsSaid ? null : JSON.stringify(original),
      reactions: JSON.stringify(reactions),
      editedAt,
      revokedAt,
    })
    .where('tenantId', '=', tx.tenantId)
    .where('id', '=', id)
    .execute()
}
