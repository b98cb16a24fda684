import { sql } from 'kysely'
import type { Tx } from '#lib/tx'
import { deliverLater } from './deliver-later.ts'

/** The channel works again: what it held goes out. */
export async function releaseHeld(tx: Tx, channelId: string): Promise<void> {
  const { rows } = await sql<{ conversationId: string }>`
    update conversations.outbox set state = 'waiting', due_at = ${tx.now}, reason = null
    where tenant_id = ${tx.tenantId} and channel_id = ${channelId} and state = 'held'
    returning conversation_id`.execute(tx.db)
  await deliverLater(tx, [...new Set(rows.map(({ conversationId }) => conversationId))])
}
