import { type RawBuilder, sql } from 'kysely'
import { memberBehind } from '#lib/actor'
import type { Tx } from '#lib/tx'
import { permit } from '#tenancy'
import type { ConversationCounts } from './views.ts'

/**
 * Beyond this nobody counts: a screen says 999+. Each number is counted along an index and stops here, so that it is always
 * true and costs the same in a workspace of any size; a counter kept in every transaction would have all of them wait for one
 * row.
 */
export const countedTo = 1_000

/** How many conversations stand where, each up to a thousand. */
export async function countConversations(tx: Tx): Promise<ConversationCounts> {
  permit(tx, 'conversations.read')
  const me = memberBehind(tx.actor)
  const { rows } = await sql<ConversationCounts>`
    select
      ${upTo(tx, sql`status = 'open'`)} as open,
      ${upTo(tx, sql`status = 'pending'`)} as pending,
      ${upTo(tx, sql`status = 'snoozed'`)} as snoozed,
      ${upTo(tx, sql`status = 'resolved'`)} as resolved,
      ${upTo(tx, sql`unread_count > 0`)} as unread,
      ${upTo(tx, sql`assignee_id = ${me}::uuid and status = 'open'`)} as mine,
      ${upTo(tx, sql`assignee_id is null and status = 'open'`)} as unassigned,
      ${upTo(tx, sql`handoff_requested_at is not null and handoff_taken_at is null`)} as handoffs`.execute(tx.db)
  const [counts] = rows
  if (!counts) throw new Error('a select without a table answered no row')
  return counts
}

function upTo(tx: Tx, condition: RawBuilder<unknown>) {
  return sql<number>`(
    select count(*)::int from (
      select from conversations.conversation where tenant_id = ${tx.tenantId} and ${condition} limit ${countedTo}) as counted)`
}
