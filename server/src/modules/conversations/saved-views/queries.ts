import { sql } from 'kysely'
import { memberBehind } from '#lib/actor'
import { time } from '#lib/json'
import type { Tx } from '#lib/tx'
import { permit } from '#tenancy'
import type { ConversationFilter } from '../conversations-wish.ts'
import type { SavedView } from './saved-view.ts'

interface Row {
  readonly id: string
  readonly name: string
  readonly sharedAt: Date | null
  readonly memberId: string
  readonly filter: ConversationFilter
  readonly createdAt: Date
}

/** The caller's own views and then those shared by all, each in their order. */
export async function listViews(tx: Tx): Promise<SavedView[]> {
  permit(tx, 'conversations.read')
  const me = memberBehind(tx.actor)
  const { rows } = await sql<Row>`
    select * from (
      select id, name, shared_at, member_id, filter, created_at, position from conversations.saved_view
      where tenant_id = ${tx.tenantId} and shared_at is null and member_id = ${me}::uuid
      union all
      select id, name, shared_at, member_id, filter, created_at, position from conversations.saved_view
      where tenant_id = ${tx.tenantId} and shared_at is not null) as kept
    order by shared_at is not null, position, id`.execute(tx.db)
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    shared: row.sharedAt !== null,
    mine: row.memberId === me,
    filter: row.filter,
    createdAt: time(row.createdAt),
  }))
}
