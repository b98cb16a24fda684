import { sql } from 'kysely'
import { system } from '#lib/actor'
import type { Context } from '#lib/context'
import type { Database } from '#lib/database/connect'
import type { Tx } from '#lib/tx'
import type { ChannelOfTenant } from './credentials.ts'
import { judgeArrivals } from './health/judge-local.ts'
import { keepFindings } from './health/keep-findings.ts'
import { findRefused } from './health/queries.ts'
import { lockChannel } from './queries.ts'

// However many come, a channel's count is written no more often than this.
const rest = 1_000
const mostChannels = 1_000

const waitingOf = new WeakMap<Database, Map<string, number>>()

/**
 * Counts a webhook that was turned away because no secret of its channel signed it. Returns at once: the one who knocked
 * learns nothing by the time it takes, and a flood of them costs a write a second.
 */
export function noteRefused(context: Context, { tenantId, channelId }: ChannelOfTenant): void {
  const waiting = waitingOf.get(context.database) ?? new Map<string, number>()
  waitingOf.set(context.database, waiting)
  const count = waiting.get(channelId)
  if (count === undefined && waiting.size >= mostChannels) return
  waiting.set(channelId, (count ?? 0) + 1)
  if (count !== undefined) return

  const write = async () => {
    const counted = waiting.get(channelId) ?? 0
    waiting.delete(channelId)
    await context.withTenant({ tenantId, actor: system }, (tx) => add(tx, channelId, counted))
  }
  const timer = setTimeout(
    () => {
      write().catch((error) => context.log.warn({ err: error, channelId }, 'refused webhooks could not be counted'))
    },
    Math.min(rest, context.pace.sweep),
  )
  timer.unref()
}

const forgottenAfter = 24 * 3_600_000

async function add(tx: Tx, channelId: string, count: number): Promise<void> {
  const channel = await lockChannel(tx, channelId)
  if (!channel) return
  const forgotten = new Date(tx.now.getTime() - forgottenAfter)
  await sql`
    insert into channels.refused_webhook as kept (tenant_id, channel_id, count, first_at, last_at)
    values (${tx.tenantId}, ${channelId}, ${count}, ${tx.now}, ${tx.now})
    on conflict (tenant_id, channel_id) do update set
      count = excluded.count + case when kept.last_at < ${forgotten} then 0 else kept.count end,
      first_at = case when kept.last_at < ${forgotten} then excluded.first_at else kept.first_at end,
      last_at = excluded.last_at`.execute(tx.db)
  await keepFindings(tx, channel, judgeArrivals(channel, await findRefused(tx, channelId), tx.now))
}
