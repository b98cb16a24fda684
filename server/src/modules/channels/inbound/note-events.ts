import { sql } from 'kysely'
import type { Tx } from '#lib/tx'
import { lockChannel } from '../queries.ts'
import { setStatus } from '../set-status.ts'
import type { RawRow } from './claim-rows.ts'

/** Remembers when each channel was last heard of. A signed webhook also shows that a channel being connected works. */
export async function noteEvents(tx: Tx, rows: readonly RawRow[]): Promise<void> {
  const { rows: connecting } = await sql<{ id: string; status: string }>`
    update channels.channel set last_event_at = greatest(channel.last_event_at, heard.at)
    from (
      select channel_id, max(at) as at
      from unnest(${rows.map(({ channelId }) => channelId)}::uuid[], ${rows.map(({ receivedAt }) => receivedAt)}::timestamptz[])
        as came (channel_id, at)
      group by channel_id
    ) heard
    where channel.tenant_id = ${tx.tenantId} and channel.id = heard.channel_id
    returning channel.id, channel.status`.execute(tx.db)
  for (const { id, status } of connecting) {
    const channel = status === 'connecting' ? await lockChannel(tx, id) : undefined
    if (channel) await setStatus(tx, channel, 'connected', null)
  }
}
