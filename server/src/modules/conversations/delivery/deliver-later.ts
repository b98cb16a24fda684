import { sql } from 'kysely'
import type { Tx } from '#lib/tx'

export const deliverJob = 'conversations.deliver'

/** Puts the delivery of each conversation in the queue; one that waits there already is not queued twice. */
export async function deliverLater(tx: Tx, conversationIds: readonly string[]): Promise<void> {
  await sql`
    select jobs.enqueue(${deliverJob}, jsonb_build_object('conversationId', id), id::text, null)
    from unnest(${conversationIds}::uuid[]) as conversation (id)`.execute(tx.db)
}
