import { sql } from 'kysely'
import { announce } from '#lib/facts/announce'
import type { Tx } from '#lib/tx'
import type { ConversationFilter } from '../conversations-wish.ts'
import { holdView } from './hold-view.ts'
import { TooManyViews } from './refusals.ts'
import { groupOf } from './save-view.ts'
import { mostViews } from './saved-view.ts'

export interface ViewChange {
  readonly name?: string | undefined
  readonly shared?: boolean | undefined
  readonly filter?: ConversationFilter | undefined
  /** Its place among the shared ones, or among one's own, counted from 0. */
  readonly place?: number | undefined
}

/** Renames a view, filters otherwise, shares it or takes it back to oneself, and moves it among the others. */
export async function changeView(tx: Tx, id: string, { name, shared, filter, place }: ViewChange): Promise<void> {
  const view = await holdView(tx, id)
  const isShared = shared ?? view.sharedAt !== null
  const sharedAt = isShared ? (view.sharedAt ?? tx.now) : null
  await sql`
    update conversations.saved_view
    set name = coalesce(${name ?? null}, name), shared_at = ${sharedAt},
      filter = coalesce(${filter ? JSON.stringify(filter) : null}::jsonb, filter)
    where tenant_id = ${tx.tenantId} and id = ${id}`.execute(tx.db)
  const group = groupOf({ shared: isShared, memberId: view.memberId })
  if (place !== undefined) await move(tx, id, place, group)
  const { rows } = await sql<{ kept: number }>`
    select count(*)::int as kept from conversations.saved_view where tenant_id = ${tx.tenantId} and ${group}`.execute(
    tx.db,
  )
  if ((rows[0]?.kept ?? 0) > mostViews) throw new TooManyViews()
  await announce(tx, 'conversations.view_saved', { subjectId: id, details: { shared: isShared } })
}

/** All of a group are numbered anew; there are few. */
async function move(tx: Tx, id: string, place: number, group: ReturnType<typeof groupOf>): Promise<void> {
  await sql`
    update conversations.saved_view kept set position = numbered.place
    from (
      select other.id, row_number() over (order by other.position, other.id) * 2 as place
      from conversations.saved_view other where other.tenant_id = ${tx.tenantId} and ${group} and other.id <> ${id}
      union all select ${id}::uuid, ${place * 2 + 1}) as numbered
    where kept.tenant_id = ${tx.tenantId} and kept.id = numbered.id`.execute(tx.db)
}
