import { setTimeout as delay } from 'node:timers/promises'
import { sql } from 'kysely'
import { system } from '#lib/actor'
import type { Context } from '#lib/context'
import type { Loop } from '#lib/loop'
import type { Tx } from '#lib/tx'
import { permit } from '#tenancy'
import { applyChanges, filingOf } from '../apply-changes.ts'
import { endHandoffs } from '../handoff/end-handoffs.ts'
import { lockConversations } from '../lock-conversation.ts'

const most = 200

export const resuming: Loop = {
  name: 'conversations.resume',
  async run(context, signal) {
    while (!signal.aborted) {
      const resumed = await resumeDue(context)
      if (resumed < most) await delay(context.pace.sweep, undefined, { signal }).catch(() => undefined)
    }
  },
}

/** Lets automation go on where staff have been silent for long enough, in every workspace; answers how many it found. */
export async function resumeDue(context: Context): Promise<number> {
  const { rows } = await sql<{ tenantId: string; conversationId: string }>`
    select tenant_id, conversation_id from conversations.resuming(${context.clock.now()}, ${most})`.execute(
    context.database.app,
  )
  for (const [tenantId, due] of Map.groupBy(rows, (row) => row.tenantId)) {
    const ids = due.map(({ conversationId }) => conversationId)
    await context.withTenant({ tenantId, actor: system }, (tx) => resume(tx, ids))
  }
  return rows.length
}

async function resume(tx: Tx, ids: readonly string[]): Promise<void> {
  permit(tx, 'conversations.record')

  const held = await lockConversations(tx, ids)
  // Staff may have answered, or somebody else resumed, since it was found.
  const due = held.filter(({ automationResumesAt: at }) => at !== null && at <= tx.now)
  await applyChanges(
    tx,
    due.map((conversation) => ({ conversation, to: { ...filingOf(conversation), automationPaused: false } })),
  )
  await endHandoffs(tx, due)
}
