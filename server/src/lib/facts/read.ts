import { type Kysely, sql } from 'kysely'
import type { DB } from '#lib/database/schema.gen'
import type { Fact, Position } from './types.ts'

/**
 * The facts of all tenants after a position, oldest first. Stops below transactions still under way: one that commits late
 * is never jumped over.
 */
export async function factsAfter(db: Kysely<DB>, { xid, id }: Position, most: number): Promise<Fact[]> {
  const { rows } = await sql<Fact>`
    select tenant_id, id, xid::text, name, subject_id, contact_id, conversation_id, details, actor, at
    from facts.after(${xid}::xid8, ${id}::uuid, ${most})`.execute(db)
  return rows
}

/** Where the log ends now: a reader that starts here sees everything that is committed from now on. */
export async function presentPosition(db: Kysely<DB>): Promise<Position> {
  const { rows } = await sql<{ xid: string }>`select pg_snapshot_xmin(pg_current_snapshot())::text as xid`.execute(db)
  // One below the oldest transaction under way, past every fact in it.
  return { xid: String(BigInt(rows[0]?.xid ?? '1') - 1n), id: 'ffffffff-ffff-ffff-ffff-ffffffffffff' }
}

export function formatPosition({ xid, id }: Position): string {
  return `${xid}_${id}`
}

export function parsePosition(text: string): Position | undefined {
  const match = /^(\d{1,19})_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i.exec(text)
  return match?.[1] && match[2] ? { xid: match[1], id: match[2] } : undefined
}
