import { setTimeout as delay } from 'node:timers/promises'
import { sql } from 'kysely'
import { system } from '#lib/actor'
import type { Context } from '#lib/context'
import type { Loop } from '#lib/loop'
import { deliverLater } from './deliver-later.ts'

const most = 500

export const sweeping: Loop = {
  name: 'conversations.sweep',
  async run(context, signal) {
    while (!signal.aborted) {
      const found = await sweep(context)
      if (found < most) await delay(context.pace.sweep, undefined, { signal }).catch(() => undefined)
    }
  },
}

/**
 * Queues the delivery of conversations in which something has been due for a while: a killed process left it behind, and
 * the queue gives back what such a process held only after hours. Answers how many it found.
 */
export async function sweep(context: Context): Promise<number> {
  // What became due just now is on its way by its own job.
  const dueSince = new Date(context.clock.now().getTime() - context.pace.sweep)
  const { rows } = await sql<{ tenantId: string; conversationId: string }>`
    select tenant_id, conversation_id from conversations.due(${dueSince}, ${most})`.execute(context.database.app)

  for (const [tenantId, due] of Map.groupBy(rows, (row) => row.tenantId)) {
    const conversationIds = due.map(({ conversationId }) => conversationId)
    await context.withTenant({ tenantId, actor: system }, (tx) => deliverLater(tx, conversationIds))
  }
  return rows.length
}
