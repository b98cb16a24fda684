import type { Selectable } from 'kysely'
import type { Context } from '#lib/context'
import type { ChannelsChannel } from '#lib/database/schema.gen'
import { time } from '#lib/json'
import { type Page, readCursor, TimeAndId, toPage } from '#lib/page'
import { NotFound } from '#lib/refusal'
import type { Tx } from '#lib/tx'
import { permit } from '#tenancy'
import type { Channel, ChannelStatus, Settings, StatusReason } from './channel.ts'

/** A channel's row with its jsonb columns read as what they hold. */
export type ChannelRow = Omit<Selectable<ChannelsChannel>, 'kind' | 'settings' | 'status' | 'statusReason'> & {
  kind: 'whatsapp_cloud'
  settings: Settings
  status: ChannelStatus
  statusReason: StatusReason | null
}

/** The channels that were not removed, oldest first. */
export async function listChannels(
  tx: Tx,
  context: Context,
  { limit, cursor }: { limit: number; cursor?: string | undefined },
): Promise<Page<Channel>> {
  permit(tx, 'channels.read')
  const [at, id] = readCursor(cursor, TimeAndId) ?? [undefined, '']
  const rows = await presentChannels(tx)
    .$if(at !== undefined, (query) =>
      query.where(({ eb, refTuple, tuple }) => eb(refTuple('createdAt', 'id'), '>', tuple(new Date(at ?? 0), id))),
    )
    .orderBy('createdAt')
    .orderBy('id')
    .limit(limit + 1)
    .execute()
  return toPage(
    rows,
    limit,
    (row) => [row.createdAt.toISOString(), row.id],
    (row) => render(context, row),
  )
}

/** One channel, or `not_found`. */
export async function getChannel(tx: Tx, context: Context, id: string): Promise<Channel> {
  permit(tx, 'channels.read')
  const row = await presentChannels(tx).where('id', '=', id).executeTakeFirst()
  if (!row) throw new NotFound('channel')
  return render(context, row)
}

/** The row itself, held until the transaction ends; undefined when there is none or it was removed. */
export function lockChannel(tx: Tx, id: string): Promise<ChannelRow | undefined> {
  return presentChannels(tx).where('id', '=', id).forNoKeyUpdate().executeTakeFirst()
}

/** The row itself; undefined when there is none or it was removed. */
export function findChannel(tx: Tx, id: string): Promise<ChannelRow | undefined> {
  return presentChannels(tx).where('id', '=', id).executeTakeFirst()
}

function presentChannels(tx: Tx) {
  return tx.db
    .selectFrom('channels.channel')
    .selectAll()
    .where('tenantId', '=', tx.tenantId)
    .where('removedAt', 'is', null)
    .$castTo<ChannelRow>()
}

function render(context: Context, row: ChannelRow): Channel {
  const { id, kind, name, key, status, statusReason, settings } = row
  return {
    id,
    kind,
    name,
    key,
    webhookUrl: `${context.publicUrl}/webhooks/whatsapp/${key}`,
    status,
    statusReason,
    settings,
    outletId: null,
    lastEventAt: time(row.lastEventAt),
    createdAt: time(row.createdAt),
  }
}
