import { setTimeout as delay } from 'node:timers/promises'
import { sql } from 'kysely'
import { system } from '#lib/actor'
import type { Context } from '#lib/context'
import type { Loop } from '#lib/loop'
import type { Tx } from '#lib/tx'
import { permit } from '#tenancy'
import { applyChanges, filingOf } from './apply-changes.ts'
import { statusAfter } from './conversation.ts'
import { lockConversations } from './lock-conversation.ts'
import { noteOfOurOwn } from './note-of-our-own.ts'

const most = 200

export const waking: Loop = {
  name: 'conversations.wake',
  async run(context, signal) {
    while (!signal.aborted) {
      const woken = await wakeDue(context)
      if (woken < most) await delay(context.pace.sweep, undefined, { signal }).catch(() => undefined)
    }
  },
}

/** Opens what was snoozed until now, in every workspace, and answers how many it found. No row waits but the conversation. */
export async function wakeDue(context: Context): Promise<number> {
  const { rows } = await sql<{ tenantId: string; conversationId: string }>`
    select tenant_id, conversation_id from conversations.waking(${context.clock.now()}, ${most})`.execute(
    context.database.app,
  )
  for (const [tenantId, due] of Map.groupBy(rows, (row) => row.tenantId)) {
    const ids = due.map(({ conversationId }) => conversationId)
    await context.withTenant({ tenantId, actor: system }, (tx) => wake(tx, ids))
  }
  return rows.length
}

/** Opens those whose time has come, brings them to the top of the inbox and says so in the thread. */
async function wake(tx: Tx, ids: readonly string[]): Promise<void> {
  permit(tx, 'conversations.record')

  const held = await lockConversations(tx, ids)
  // Somebody may have moved it, or snoozed it anew, since it was found.
  const due = held.filter(({ snoozedUntil }) => snoozedUntil !== null && snoozedUntil <= tx.now)
  if (due.length === 0) return
  await applyChanges(
    tx,
    due.map((conversation) => {
      const filing = filingOf(conversation)
      return { conversation, to: { ...filing, status: statusAfter('time_came', filing.status), snoozedUntil: null } }
    }),
  )
  await tx.db
    .updateTable('conversations.conversation')
    .set({ lastMessageAt: tx.now })
    .where('tenantId', '=', tx.tenantId)
    .where('id', '=', sql<string>`any(${due.map(({ id }) => id)}::uuid[])`)
    .execute()
  await noteOfOurOwn(tx, due, 'Snoozed until now. Open again.')
}
