import { announce } from '#lib/facts/announce'
import { newId } from '#lib/id'
import { NotFound } from '#lib/refusal'
import { storableText } from '#lib/storable-text'
import type { Tx } from '#lib/tx'
import { permit } from '#tenancy'
import { lockConversation } from './lock-conversation.ts'
import { EmptyText } from './refusals.ts'
import { senderOf } from './sender.ts'

/** How many characters a note may have. */
export const longestNote = 10_000

/**
 * Writes a note for colleagues into the thread and answers its id. It is never sent, and leaves the conversation as it is:
 * its window, its unread count, its place in the list.
 */
export async function note(tx: Tx, wish: { conversationId: string; text: string }): Promise<string> {
  permit(tx, 'conversations.note')

  const conversation = await lockConversation(tx, { id: wish.conversationId })
  if (!conversation) throw new NotFound('conversation')
  if (wish.text.trim() === '') throw new EmptyText()

  const id = newId()
  await tx.db
    .insertInto('conversations.message')
    .values({
      id,
      conversationId: conversation.id,
      channelId: null,
      direction: 'outbound',
      kind: 'note',
      text: storableText(wish.text),
      // It has arrived where it goes.
      status: 'received',
      ...senderOf(tx.actor),
      saidAt: tx.now,
      createdAt: tx.now,
    })
    .execute()
  await announce(tx, 'conversations.note_written', {
    subjectId: id,
    contactId: conversation.contactId,
    conversationId: conversation.id,
    details: { messageId: id },
  })
  return id
}
