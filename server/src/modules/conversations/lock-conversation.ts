import { type Selectable, sql } from 'kysely'
import type { ConversationsConversation } from '#lib/database/schema.gen'
import type { Tx } from '#lib/tx'
import type { ConversationStatus } from './conversation.ts'

export type LockedConversation = Omit<Selectable<ConversationsConversation>, 'status'> & {
  readonly status: ConversationStatus
}

/**
 * Holds a conversation until the transaction ends, and answers it; undefined when there is none. Whoever changes anything
 * below a conversation (messages, outbox, attempts) holds it first: so two never decide about one message from half a
 * picture each, and nobody waits in a circle.
 */
export function lockConversation(
  tx: Tx,
  by: { id: string } | { contactId: string },
): Promise<LockedConversation | undefined> {
  const [column, value] = 'id' in by ? (['id', by.id] as const) : (['contactId', by.contactId] as const)
  return tx.db
    .selectFrom('conversations.conversation')
    .selectAll()
    .$narrowType<{ status: ConversationStatus }>()
    .where('tenantId', '=', tx.tenantId)
    .where(column, '=', value)
    .forNoKeyUpdate()
    .executeTakeFirst()
}

/** The same for several, in the order of their ids, so that two who hold some of the same never wait for each other in a circle. */
export function lockConversations(tx: Tx, ids: readonly string[]): Promise<LockedConversation[]> {
  return tx.db
    .selectFrom('conversations.conversation')
    .selectAll()
    .$narrowType<{ status: ConversationStatus }>()
    .where('tenantId', '=', tx.tenantId)
    .where('id', '=', sql<string>`any(${[...ids]}::uuid[])`)
    .orderBy('id')
    .forNoKeyUpdate()
    .execute()
}
