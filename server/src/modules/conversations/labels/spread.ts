import { sql } from 'kysely'
import { z } from 'zod'
import { system } from '#lib/actor'
import type { Context } from '#lib/context'
import { done, enqueue, job, type Outcome } from '#lib/jobs/job'
import { Id } from '#lib/json'
import type { Tx } from '#lib/tx'
import { applyChanges, filingOf } from '../apply-changes.ts'
import { lockConversations } from '../lock-conversation.ts'

const Spread = z.object({ labelId: Id, from: z.string(), to: z.string().nullable() })
type Spread = z.infer<typeof Spread>

/** How many conversations follow in one transaction. */
const batch = 500

/** Lets the conversations under a label follow its new name, or lose it, batch by batch. */
export const spreadLabel = job({
  name: 'conversations.spread-label',
  payload: Spread,
  // Each renaming is carried out, in whatever order: nobody carries the old name twice.
  key: ({ labelId, from, to }) => `${labelId} ${from} ${to}`,
  run: spread,
})

/** Has the conversations under a label follow, once this is committed. */
export function spreadLater(tx: Tx, wish: Spread): Promise<void> {
  return enqueue(tx, spreadLabel, wish)
}

async function spread(context: Context, tenantId: string, wish: Spread): Promise<Outcome> {
  for (;;) {
    const followed = await context.withTenant({ tenantId, actor: system }, (tx) => spreadBatch(tx, wish))
    if (followed < batch) return done
  }
}

async function spreadBatch(tx: Tx, { labelId, from, to }: Spread): Promise<number> {
  const goal = to === null ? null : await nameNow(tx, labelId)
  // Named so again meanwhile: who carries it carries it rightly.
  if (goal === from) return 0
  const { rows } = await sql<{ conversationId: string }>`
    select conversation_id from conversations.under_labels(${tx.tenantId}, ${[from]}::text[], ${batch})`.execute(tx.db)
  const held = await lockConversations(
    tx,
    rows.map(({ conversationId }) => conversationId),
  )
  const refilings = held.map((conversation) => {
    const filing = filingOf(conversation)
    const labels = filing.labels.flatMap((label) => (label !== from ? [label] : goal === null ? [] : [goal]))
    return { conversation, to: { ...filing, labels: [...new Set(labels)] } }
  })
  await applyChanges(tx, refilings)
  return rows.length
}

async function nameNow(tx: Tx, labelId: string): Promise<string | null> {
  const { rows } = await sql<{ name: string }>`
    select name from conversations.label where tenant_id = ${tx.tenantId} and id = ${labelId}`.execute(tx.db)
  return rows[0]?.name ?? null
}
