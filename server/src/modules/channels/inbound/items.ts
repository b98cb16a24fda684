import { sql } from 'kysely'
import { newId } from '#lib/id'
import { storableJson, storableText } from '#lib/storable-text'
import type { Tx } from '#lib/tx'
import type { RawRow } from './claim-rows.ts'
import type { ChannelRef } from './hands.ts'
import { isDeeperThan, mostLevels } from './json.ts'
import type { Parcel } from './parcel.ts'

/** One item of a webhook, at the channel it belongs to. */
export interface Item {
  readonly id: string
  readonly channel: ChannelRef
  readonly row: RawRow
  readonly parcel: Parcel
}

export function itemOf(row: RawRow, channel: ChannelRef, parcel: Parcel): Item {
  return { id: newId(), channel, row, parcel }
}

/** Writes items down and hands back those that are new, in the order given: what came before is passed over. */
export async function keepNew(tx: Tx, items: readonly Item[]): Promise<Item[]> {
  if (items.length === 0) return []
  const { rows } = await sql<{ id: string }>`
    insert into channels.inbound_item
      (tenant_id, id, channel_id, inbound_id, kind, identity, content, quarantined_because, created_at)
    select ${tx.tenantId}, came.*, ${tx.now}
    from unnest(
      ${items.map(({ id }) => id)}::uuid[],
      ${items.map(({ channel }) => channel.id)}::uuid[],
      ${items.map(({ row }) => row.id)}::uuid[],
      ${items.map(({ parcel }) => parcel.kind)}::text[],
      ${items.map(({ parcel }) => parcel.identity)}::text[],
      ${items.map(({ parcel }) => (isUnderstood(parcel) ? null : storable(parcel.content)))}::jsonb[],
      ${items.map(({ parcel }) => (parcel.meaning.is === 'malformed' ? parcel.meaning.because : null))}::text[]
    ) as came (id, channel_id, inbound_id, kind, identity, content, because)
    -- One order for all, so that two processes with the same items do not wait for each other in a circle.
    order by came.channel_id, came.kind, came.identity, came.id
    on conflict (tenant_id, channel_id, kind, identity) do nothing
    returning id`.execute(tx.db)
  const fresh = new Set(rows.map(({ id }) => id))
  return items.filter(({ id }) => fresh.has(id))
}

/** Sets an item aside with its content and the reason, for a person to look at. */
export async function quarantine(tx: Tx, item: Item, because: string): Promise<void> {
  await tx.db
    .updateTable('channels.inboundItem')
    .set({ content: storable(item.parcel.content), quarantinedBecause: storableText(because).slice(0, 500) })
    .where('tenantId', '=', tx.tenantId)
    .where('id', '=', item.id)
    .execute()
}

/** What is understood lives on where it belongs; its bytes are in the webhook. */
function isUnderstood({ meaning }: Parcel): boolean {
  return ['message', 'echo', 'change', 'receipt'].includes(meaning.is)
}

function storable(content: unknown): string | null {
  if (content === null || content === undefined || isDeeperThan(content, mostLevels)) return null
  return JSON.stringify(storableJson(content))
}
