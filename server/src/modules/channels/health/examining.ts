import { setTimeout as delay } from 'node:timers/promises'
import { sql } from 'kysely'
import { system } from '#lib/actor'
import type { Context } from '#lib/context'
import { enqueue } from '#lib/jobs/job'
import type { Loop } from '#lib/loop'
import type { Tx } from '#lib/tx'
import { checkChannel } from '../check.ts'

const most = 200

/** Has every channel examined from time to time, so that a token that died is noticed before a customer waits. */
export const examining: Loop = {
  name: 'channels.examine',
  async run(context, signal) {
    while (!signal.aborted) {
      const found = await examineDue(context)
      const rest = Math.min(10 * context.pace.sweep, context.pace.examine)
      if (found < most) await delay(rest, undefined, { signal }).catch(() => undefined)
    }
  },
}

/** Queues the examination of the channels that are due for one, and says how many those were. */
export async function examineDue(context: Context): Promise<number> {
  const { rows } = await sql<{ tenantId: string; channelId: string }>`
    select tenant_id, channel_id from channels.due_for_examination(${context.clock.now()}, ${most})`.execute(
    context.database.app,
  )
  for (const [tenantId, due] of Map.groupBy(rows, (row) => row.tenantId)) {
    const channelIds = due.map(({ channelId }) => channelId)
    await context.withTenant({ tenantId, actor: system }, (tx) => claim(tx, channelIds, context.pace.examine))
  }
  return rows.length
}

/** Whoever moves the time on, enqueues: processes that find the same channel do so once. */
async function claim(tx: Tx, channelIds: readonly string[], gap: number): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    update channels.channel
    -- Not all at the same moment, however they were connected.
    set examine_at = ${tx.now}::timestamptz + make_interval(secs => ${gap / 1000} * (0.9 + random() * 0.2))
    where tenant_id = ${tx.tenantId} and id = any(${channelIds}::uuid[]) and examine_at <= ${tx.now}
    returning id`.execute(tx.db)
  for (const { id } of rows) await enqueue(tx, checkChannel, { channelId: id })
}
