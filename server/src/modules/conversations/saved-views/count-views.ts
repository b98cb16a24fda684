import { type RawBuilder, sql } from 'kysely'
import type { z } from 'zod'
import { memberBehind } from '#lib/actor'
import type { Tx } from '#lib/tx'
import { type ConversationFilter, contactsFor, underLabels } from '../conversations-wish.ts'
import { listViews } from './queries.ts'
import type { ViewCount } from './saved-view.ts'

/** Nobody counts beyond: a screen says 99+. */
const countedTo = 100
/** So many conversations are looked at for one view, newest first along the best index. */
const lookedAt = 1_000

/** How many conversations each of the caller's views shows, as far as a bounded look tells. */
export async function countViews(tx: Tx): Promise<z.input<typeof ViewCount>[]> {
  const views = await listViews(tx)
  const counts: z.input<typeof ViewCount>[] = []
  // Few, and each plans its own way to what it counts.
  for (const view of views) counts.push({ id: view.id, ...(await count(tx, view.filter)) })
  return counts
}

async function count(tx: Tx, filter: ConversationFilter): Promise<{ count: number; isMore: boolean }> {
  const me = memberBehind(tx.actor)
  const contactIds = await contactsFor(tx, filter)
  if (filter.label?.length && !contactIds) {
    const found = (await underLabels(tx, filter, me, { most: countedTo })).length
    return { count: found, isMore: found === countedTo }
  }
  const { rows } = await sql<{ looked: number; fitting: number }>`
    select count(*)::int as looked, (count(*) filter (where ${everything(filter, me)}))::int as fitting
    from (
      select * from conversations.conversation
      where tenant_id = ${tx.tenantId} and ${contactIds ? sql`contact_id = any(${contactIds}::uuid[])` : byIndex(filter, me)}
      order by last_message_at desc, id desc limit ${lookedAt}) as newest`.execute(tx.db)
  const { looked = 0, fitting = 0 } = rows[0] ?? {}
  return { count: Math.min(fitting, countedTo), isMore: looked === lookedAt || fitting >= countedTo }
}

/** The wish that an index in the order of the list narrows most. */
function byIndex(filter: ConversationFilter, me: string | null): RawBuilder<unknown> {
  if (filter.unread) return sql`unread_count > 0`
  if (filter.assignee && filter.status) return sql`${assigned(filter.assignee, me)} and status = ${filter.status}`
  if (filter.assignee) return assigned(filter.assignee, me)
  if (filter.waiting) return sql`customer_waits`
  if (filter.status) return sql`status = ${filter.status}`
  return filter.channelId ? sql`channel_id = ${filter.channelId}` : sql`true`
}

function everything(filter: ConversationFilter, me: string | null): RawBuilder<unknown> {
  const conditions = [
    ...(filter.status ? [sql`status = ${filter.status}`] : []),
    ...(filter.assignee ? [assigned(filter.assignee, me)] : []),
    ...(filter.label?.length ? [sql`labels @> ${filter.label}::text[]`] : []),
    ...(filter.channelId ? [sql`channel_id = ${filter.channelId}`] : []),
    ...(filter.unread ? [sql`unread_count > 0`] : []),
    ...(filter.waiting ? [sql`customer_waits`] : []),
  ]
  return conditions.length === 0 ? sql`true` : sql.join(conditions, sql` and `)
}

function assigned(assignee: string, me: string | null): RawBuilder<unknown> {
  if (assignee === 'none') return sql`assignee_id is null`
  return sql`assignee_id = ${assignee === 'me' ? me : assignee}::uuid`
}
