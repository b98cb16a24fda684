import { sql } from 'kysely'
import { z } from 'zod'
import { announceEach } from '#lib/facts/announce'
import { Id } from '#lib/json'
import type { Tx } from '#lib/tx'
import { permit } from '#tenancy'
import { applyChanges, type Filing, filingOf, type Refiling } from './apply-changes.ts'
import { readAssignee, readSnooze } from './change-wish.ts'
import { longestLabel, mostLabels } from './conversation.ts'
import { knownLabels } from './labels/known-labels.ts'
import { LabelName } from './labels/label.ts'
import { type LockedConversation, lockConversations } from './lock-conversation.ts'
import { showRead } from './mark-read.ts'

/** How many conversations one request may name. */
export const mostAtOnce = 100

const Labels = z.array(LabelName).max(mostLabels)

export const BulkAct = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('read') }),
  z.object({ kind: z.literal('resolve') }),
  z.object({ kind: z.literal('reopen') }),
  z.object({ kind: z.literal('pend') }),
  z.object({ kind: z.literal('assign'), assigneeId: Id.nullable().describe('A member; null for nobody.') }),
  z.object({ kind: z.literal('label'), add: Labels.default([]), remove: Labels.default([]) }),
  z.object({
    kind: z.literal('snooze'),
    until: z.iso.datetime({ offset: true }).nullable().describe('Null: until the customer writes.'),
  }),
])
export type BulkAct = z.output<typeof BulkAct>

const fromTo = <Field extends z.ZodType>(field: Field) => z.object({ from: field, to: field }).optional()

export const BulkResult = z.object({
  items: z.array(
    z.object({
      id: Id,
      outcome: z
        .enum(['changed', 'unchanged', 'too_many_labels', 'not_found'])
        .describe('`unchanged`: it stood so already.'),
      changes: z
        .object({
          status: fromTo(z.enum(['open', 'pending', 'snoozed', 'resolved'])),
          snoozedUntil: fromTo(z.iso.datetime().nullable()),
          assigneeId: fromTo(Id.nullable()),
          labels: fromTo(z.array(z.string().max(longestLabel))),
          unreadCount: fromTo(z.number().int()),
        })
        .nullable()
        .describe('What became different: enough to take it back.'),
    }),
  ),
})
type Result = z.input<typeof BulkResult>['items'][number]

/**
 * Does one thing to many conversations, all or nothing at all when the act itself can't be done; answers for each id, in the
 * order asked, what became of it.
 */
export async function changeMany(
  tx: Tx,
  { ids, act }: { ids: readonly string[]; act: BulkAct },
): Promise<z.input<typeof BulkResult>> {
  permit(tx, 'conversations.change')

  const held = await lockConversations(tx, ids)
  const done = act.kind === 'read' ? await readAll(tx, held) : await refileAll(tx, held, act)
  const known = new Set(held.map(({ id }) => id))
  const missing = { outcome: 'not_found', changes: null } as const
  const unchanged = { outcome: 'unchanged', changes: null } as const
  return {
    items: [...new Set(ids)].map((id) => ({ id, ...(known.has(id) ? (done.get(id) ?? unchanged) : missing) })),
  }
}

type Results = Map<string, Omit<Result, 'id'>>

async function refileAll(
  tx: Tx,
  held: readonly LockedConversation[],
  act: Exclude<BulkAct, { kind: 'read' }>,
): Promise<Results> {
  const refile = await refiling(tx, act)
  const refilings = held.map((conversation): Refiling => ({ conversation, to: refile(filingOf(conversation)) }))
  const isFull = ({ to }: Refiling) => to.labels.length > mostLabels
  const changes = await applyChanges(
    tx,
    refilings.filter((one) => !isFull(one)),
  )
  const results: Results = new Map()
  for (const { conversation } of refilings.filter(isFull))
    results.set(conversation.id, { outcome: 'too_many_labels', changes: null })
  for (const [id, { automationPaused: _, ...change }] of changes)
    results.set(id, { outcome: 'changed', changes: change as Result['changes'] })
  return results
}

/** What the act makes of each; whatever is wrong with the act itself is refused here. */
async function refiling(tx: Tx, act: Exclude<BulkAct, { kind: 'read' }>): Promise<(filing: Filing) => Filing> {
  switch (act.kind) {
    case 'resolve':
      return (filing) => ({ ...filing, status: 'resolved', snoozedUntil: null })
    case 'reopen':
      return (filing) => ({ ...filing, status: 'open', snoozedUntil: null })
    case 'pend':
      return (filing) => ({ ...filing, status: 'pending', snoozedUntil: null })
    case 'assign': {
      const assigneeId = act.assigneeId && (await readAssignee(tx, act.assigneeId))
      return (filing) => ({ ...filing, assigneeId })
    }
    case 'label': {
      const added = await knownLabels(tx, act.add)
      const removed = new Set(act.remove)
      return (filing) => ({
        ...filing,
        labels: [...new Set([...filing.labels, ...added])].filter((it) => !removed.has(it)),
      })
    }
    case 'snooze': {
      const { snoozedUntil } = readSnooze(
        { status: 'open', snoozedUntil: null },
        { status: 'snoozed', snoozedUntil: act.until },
        tx.now,
      )
      return (filing) => ({ ...filing, status: 'snoozed', snoozedUntil })
    }
    default: {
      const never: never = act
      throw new Error(`no such act: ${JSON.stringify(never)}`)
    }
  }
}

async function readAll(tx: Tx, held: readonly LockedConversation[]): Promise<Results> {
  const unread = held.filter(({ unreadCount }) => unreadCount > 0)
  if (unread.length === 0) return new Map()
  const ids = unread.map(({ id }) => id)
  await sql`
    update conversations.conversation set unread_count = 0
    where tenant_id = ${tx.tenantId} and id = any(${ids}::uuid[])`.execute(tx.db)
  await sql`
    select jobs.enqueue(${showRead.name}, jsonb_build_object('conversationId', id), id::text, null)
    from unnest(${ids}::uuid[]) as conversation (id)`.execute(tx.db)
  const facts = unread.map(({ id, contactId, unreadCount }) => ({
    ...{ subjectId: id, contactId, conversationId: id },
    details: { unreadCount },
  }))
  await announceEach(tx, 'conversations.read', facts)
  return new Map(
    unread.map(({ id, unreadCount }) => [
      id,
      { outcome: 'changed', changes: { unreadCount: { from: unreadCount, to: 0 } } } as const,
    ]),
  )
}
