import { announce } from '#lib/facts/announce'
import { newId } from '#lib/id'
import type { Tx } from '#lib/tx'
import { type LockedConversation, lockConversation } from './lock-conversation.ts'

/** The contact's one conversation, held; started when there is none. Two that start it at once end up with the same. */
export async function findOrStart(tx: Tx, contactId: string): Promise<LockedConversation> {
  const present = await lockConversation(tx, { contactId })
  if (present) return present

  await start(tx, contactId)
  const started = await lockConversation(tx, { contactId })
  if (!started) throw new Error(`the conversation of contact ${contactId} can't be found after it was started`)
  return started
}

async function start(tx: Tx, contactId: string): Promise<void> {
  const id = newId()
  const started = await tx.db
    .insertInto('conversations.conversation')
    .values({ id, contactId, status: 'open', lastMessageAt: tx.now, createdAt: tx.now })
    .onConflict((conflict) => conflict.columns(['tenantId', 'contactId']).doNothing())
    .returning('id')
    .executeTakeFirst()
  if (started)
    await announce(tx, 'conversations.started', { subjectId: id, contactId, conversationId: id, details: {} })
}
