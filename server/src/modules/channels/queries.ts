import type { Selectable } from 'kysely'
import type { Context } from '#lib/context'
import type { ChannelsChannel } from '#lib/database/schema.gen'
import { time } from '#lib/json'
import { type Page, readCursor, TimeAndId, toPage } from '#lib/page'
import { NotFound } from '#lib/refusal'
import type { Tx } from '#lib/tx'
import { permit } from '#tenancy'
import type { Capabilities } from './capabilities.ts'
import type { Channel, ChannelStatus, StatusReason } from './channel.ts'
import type { FindingState } from './health/finding.ts'
import type { ChannelKind, SettingsOf } from './port.ts'
import { portOf } from './ports.ts'

type Row = Omit<Selectable<ChannelsChannel>, 'kind' | 'settings' | 'status' | 'statusReason' | 'health'> & {
  status: ChannelStatus
  statusReason: StatusReason | null
  health: FindingState
}

/** A channel's row with its jsonb columns read as what they hold. */
export type ChannelRow<K extends ChannelKind = ChannelKind> = {
  [P in K]: Row & { kind: P; settings: SettingsOf[P] }
}[K]

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
    .$castTo<ChannelRow>()
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
  const row = await findChannel(tx, id)
  if (!row) throw new NotFound('channel')
  return render(tx, context, row)
}

/** The row itself, held until the transaction ends; undefined when there is none or it was removed. */
export function lockChannel(tx: Tx, id: string): Promise<ChannelRow | undefined> {
  return presentChannels(tx).where('id', '=', id).forNoKeyUpdate().$castTo<ChannelRow>().executeTakeFirst()
}

/** The row itself; undefined when there is none or it was removed. */
export function findChannel(tx: Tx, id: string): Promise<ChannelRow | undefined> {
  return presentChannels(tx).where('id', '=', id).$castTo<ChannelRow>().executeTakeFirst()
}

/** The row itself, also of a channel that was removed: what it carried still says by what. */
export function findChannelEvenRemoved(tx: Tx, id: string): Promise<ChannelRow | undefined> {
  return allChannels(tx).where('id', '=', id).$castTo<ChannelRow>().executeTakeFirst()
}

/** The rows of one kind that were not removed. */
export function findChannelsOfKind<K extends ChannelKind>(tx: Tx, kind: K): Promise<ChannelRow<K>[]> {
  return presentChannels(tx).where('kind', '=', kind).$castTo<ChannelRow<K>>().execute()
}

/** The rows of one kind, held in one order. */
export function lockChannelsOfKind<K extends ChannelKind>(tx: Tx, kind: K): Promise<ChannelRow<K>[]> {
  return presentChannels(tx).where('kind', '=', kind).orderBy('id').forNoKeyUpdate().$castTo<ChannelRow<K>>().execute()
}

/** What the tenant's channels can do, removed ones among them, by their ids. */
export async function capabilitiesOfChannels(tx: Tx): Promise<ReadonlyMap<string, Capabilities>> {
  const rows = await tx.db
    .selectFrom('channels.channel')
    .select(['id', 'kind'])
    .where('tenantId', '=', tx.tenantId)
    .$castTo<{ id: string; kind: ChannelKind }>()
    .execute()
  return new Map(rows.map((row) => [row.id, portOf(row).capabilities]))
}

function presentChannels(tx: Tx) {
  return allChannels(tx).where('removedAt', 'is', null)
}

function allChannels(tx: Tx) {
  return tx.db.selectFrom('channels.channel').selectAll().where('tenantId', '=', tx.tenantId)
}

/** Where the provider sends a channel's events. */
export function webhookUrlOf({ publicUrl }: Context, channel: Pick<ChannelRow, 'kind' | 'key'>): string {
  return `${publicUrl}${portOf(channel).webhookPath(channel.key)}`
}

function render(tx: Tx, context: Context, row: ChannelRow): Channel {
  const { id, name, key, status, statusReason, health } = row
  return {
    id,
    name,
    key,
    webhookUrl: webhookUrlOf(context, row),
    address: portOf(row).addressOf(row.settings),
    status,
    statusReason,
    health,
    capabilities: portOf(row).capabilities,
    ...particulars(tx, row),
    outletId: null,
    lastEventAt: time(row.lastEventAt),
    createdAt: time(row.createdAt),
  }
}

/** What is shown of one kind and not of another. */
function particulars({ now }: Tx, row: ChannelRow) {
  const ahead = (at: Date | null) => time(at !== null && at > now ? at : null)
  const signingUntil = ahead(row.formerAppSecretUntil)
  switch (row.kind) {
    case 'whatsapp_cloud': {
      const formerSecrets = { appSecretUntil: signingUntil, verifyTokenUntil: ahead(row.formerVerifyTokenUntil) }
      return { kind: row.kind, settings: row.settings, formerSecrets }
    }
    case 'sms':
      return { kind: row.kind, settings: row.settings, formerSecrets: { authTokenUntil: signingUntil } }
    default: {
      const never: never = row
      return never
    }
  }
}
