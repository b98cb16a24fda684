import { sql } from 'kysely'
import type { Tx } from '#lib/tx'

/** How many messages have not left by a channel yet, and when the oldest of them was written. */
export async function countWaiting(tx: Tx, channelId: string): Promise<{ count: number; oldestAt: Date | null }> {
  const { rows } = await sql<{ count: number; oldestAt: Date | null }>`
    select count(*)::int as count, min(message.created_at) as oldest_at
    from conversations.outbox
    join conversations.message on message.tenant_id = outbox.tenant_id and message.id = outbox.message_id
    where outbox.tenant_id = ${tx.tenantId} and outbox.channel_id = ${channelId}`.execute(tx.db)
  return rows[0] ?? { count: 0, oldestAt: null }
}
