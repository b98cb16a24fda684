import { announceEach } from '#lib/facts/announce'
import { newId } from '#lib/id'
import type { Tx } from '#lib/tx'
import type { LockedConversation } from './lock-conversation.ts'

/** Writes into the threads of conversations that are held what Frontdesk itself did there. The customer never sees it. */
export async function noteOfOurOwn(tx: Tx, held: readonly LockedConversation[], text: string): Promise<void> {
  const notes = held.map((conversation) => ({ id: newId(), conversation }))
  await tx.db
    .insertInto('conversations.message')
    .values(
      notes.map(({ id, conversation }) => ({
        ...{ id, conversationId: conversation.id, channelId: null, direction: 'outbound', kind: 'note', text },
        ...{ status: 'received', senderType: 'system', saidAt: tx.now, createdAt: tx.now },
      })),
    )
    .execute()
  const facts = notes.map(({ id, conversation }) => ({
    subjectId: id,
    contactId: conversation.contactId,
    conversationId: conversation.id,
    details: { messageId: id },
  }))
  await announceEach(tx, 'conversations.note_written', facts)
}
