import { sql } from 'kysely'
import type { Tx } from '#lib/tx'

/** A webhook as it was stored. */
export interface RawRow {
  readonly id: string
  readonly channelId: string
  readonly body: Buffer
  readonly receivedAt: Date
  readonly failures: number
  /** How many of its items earlier transactions dealt with. */
  readonly itemsTaken: number
}

const mostBytes = 16 * 1024 * 1024

/**
 * Takes hold of the tenant's oldest waiting webhooks, as many as fit into memory with ease. Those another process holds are
 * left to it; they come free when this transaction ends.
 */
export async function claimRows(tx: Tx, most: number): Promise<RawRow[]> {
  const { rows } = await sql<RawRow>`
    with waiting as (
      select id, received_at, octet_length(body) as bytes
      from channels.inbound
      where tenant_id = ${tx.tenantId} and taken_at is null and (retry_at is null or retry_at <= ${tx.now})
      order by received_at, id
      limit ${most}
      for update skip locked
    ), fitting as (
      select id, sum(bytes) over (order by received_at, id) - bytes as bytes_before from waiting
    )
    select row.id, row.channel_id, row.body, row.received_at, row.failures, row.items_taken
    from fitting join channels.inbound row on row.tenant_id = ${tx.tenantId} and row.id = fitting.id
    where fitting.bytes_before < ${mostBytes}
    order by row.received_at, row.id`.execute(tx.db)
  return rows
}

export async function markTaken(tx: Tx, rows: readonly RawRow[]): Promise<void> {
  await sql`
    update channels.inbound set taken_at = ${tx.now}
    where tenant_id = ${tx.tenantId} and id = any(${rows.map(({ id }) => id)}::uuid[])`.execute(tx.db)
}

/** Notes how far a webhook was taken in that has too many items for one transaction. */
export async function markBegun(tx: Tx, { id }: RawRow, itemsTaken: number): Promise<void> {
  await sql`
    update channels.inbound set items_taken = ${itemsTaken}
    where tenant_id = ${tx.tenantId} and id = ${id}`.execute(tx.db)
}
