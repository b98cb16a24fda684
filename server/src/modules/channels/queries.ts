import type { Selectable } from 'kysely'
import type { Context } from '#lib/context'
import type { ChannelsChannel } from '#lib/database/schema.gen'
import { time } from '#lib/json'
import { type Page, readCursor, TimeAndId, toPage } from '#lib/page'
import { NotFound } from '#lib/refusal'
import type { Tx } from '#lib/tx'
import { permit } from '#tenancy'
import type { Channel, ChannelStatus, Settings, StatusReason } from './channel.ts'
import type { FindingState } from './health/finding.ts'

/** A channel's row with its jsonb columns read as what they hold. */
export type ChannelRow = Omit<
  Selectable<ChannelsChannel>,
  'kind' | 'settings' | 'status' | 'statusReason' | 'health'
> & {
  kind: 'whatsapp_cloud'
  settings: Settings
  status: ChannelStatus
  statusReason: StatusReason | null
  health: FindingState
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
    (row) => render(tx, context, row),
  )
}

/** One channel, or `not_found`. */
export async function getChannel(tx: Tx, context: Context, id: string): Promise<Channel> {
  permit(tx, 'channels.read')
  const row = await presentChannels(tx).where('id', '=', id).executeTakeFirst()
  if (!row) throw new NotFound('channel')
  return render(tx, context, row)
}

/** The row itself, held until the transaction ends; undefined when there is none or it was removed. */
export function lockChannel(tx: Tx, id: string): Promise<ChannelRow | undefined> {
  return presentChannels(tx).where('id', '=', id).forNoKeyUpdate().executeTakeFirst()
}

/** The row itself; undefined when there is none or it was removed. */
export function findChannel(tx: Tx, id: string): Promise<ChannelRow | undefined> {
  return presentChannels(tx).where('id', '=', id).executeTakeFirst()
}

/** The rows of all numbers of one business account, held in one order; at least of the channel named. */
export async function lockChannelsOfAccount(tx: Tx, id: string, wabaId: string | undefined): Promise<ChannelRow[]> {
  const rows = await presentChannels(tx).orderBy('id').forNoKeyUpdate().execute()
  return rows.filter((row) => (wabaId === undefined ? row.id === id : row.settings.wabaId === wabaId))
}

function presentChannels(tx: Tx) {
  return tx.db
    .selectFrom('channels.channel')
    .selectAll()
    .where('tenantId', '=', tx.tenantId)
    .where('removedAt', 'is', null)
    .$castTo<ChannelRow>()
}

/** Where the provider sends a channel's events. */
export function webhookUrlOf({ publicUrl }: Context, { key }: Pick<ChannelRow, 'key'>): string {
  return `${publicUrl}/webhooks/whatsapp/${key}`
}

function render({ now }: Tx, context: Context, row: ChannelRow): Channel {
  const { id, kind, name, key, status, statusReason, settings, health } = row
  const ahead = (at: Date | null) => time(at !== null && at > now ? at : null)
  return {
    id,
    kind,
    name,
    key,
    webhookUrl: webhookUrlOf(context, row),
    status,
    statusReason,
    health,
    settings,
    formerSecrets: {
      appSecretUntil: ahead(row.formerAppSecretUntil),
      verifyTokenUntil: ahead(row.formerVerifyTokenUntil),
    },
    outletId: null,
    lastEventAt: time(row.lastEventAt),
    createdAt: time(row.createdAt),
  }
}
