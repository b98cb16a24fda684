import { sql } from 'kysely'
import { memberBehind } from '#lib/actor'
import { announce } from '#lib/facts/announce'
import { newId } from '#lib/id'
import type { Tx } from '#lib/tx'
import { permit } from '#tenancy'
import type { ConversationFilter } from '../conversations-wish.ts'
import { TooManyViews } from './refusals.ts'
import { mostViews } from './saved-view.ts'

export interface ViewWish {
  readonly name: string
  readonly shared: boolean
  readonly filter: ConversationFilter
}

/** Keeps a way of looking at the inbox, at the end of the others; answers its id. */
export async function saveView(tx: Tx, { name, shared, filter }: ViewWish): Promise<string> {
  permit(tx, 'conversations.save-views')

  const id = newId()
  const me = memberBehind(tx.actor)
  const { rows } = await sql<{ kept: number; next: number }>`
    select count(*)::int as kept, (coalesce(max(position), 0) + 1)::int as next from conversations.saved_view
    where tenant_id = ${tx.tenantId} and ${groupOf({ shared, memberId: me })}`.execute(tx.db)
  if ((rows[0]?.kept ?? 0) >= mostViews) throw new TooManyViews()
  await sql`
    insert into conversations.saved_view (id, member_id, name, shared_at, filter, position, created_at)
    values (${id}, ${me}, ${name}, ${shared ? tx.now : null}, ${JSON.stringify(filter)}::jsonb, ${rows[0]?.next ?? 1}, ${tx.now})`.execute(
    tx.db,
  )
  await announce(tx, 'conversations.view_saved', { subjectId: id, details: { shared } })
  return id
}

/** Those among which a view has its place: the shared ones, or one member's own. */
export function groupOf({ shared, memberId }: { shared: boolean; memberId: string | null }) {
  return shared ? sql`shared_at is not null` : sql`shared_at is null and member_id = ${memberId}::uuid`
}
