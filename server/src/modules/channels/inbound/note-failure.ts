import { sql } from 'kysely'
import { waitBeforeRetry } from '#lib/jobs/retry'
import { storableText } from '#lib/storable-text'
import type { Tx } from '#lib/tx'
import { markTaken, type RawRow } from './claim-rows.ts'
import { itemOf, keepNew } from './items.ts'
import { malformed } from './parcel.ts'
import { linesOf } from './route.ts'

const patience = 8

/** Puts a webhook off that could not be taken in as a whole, longer each time; in the end it is set aside as one item. */
export async function noteFailure(tx: Tx, row: RawRow, error: unknown): Promise<void> {
  const failures = row.failures + 1
  const said = storableText(error instanceof Error ? error.message : String(error)).slice(0, 500)
  const retryAt = new Date(tx.now.getTime() + waitBeforeRetry(failures))
  await sql`
    update channels.inbound set failures = ${failures}, last_error = ${said}, retry_at = ${retryAt}
    where tenant_id = ${tx.tenantId} and id = ${row.id}`.execute(tx.db)
  if (failures < patience) return

  const whole = { ...malformed('envelope', null, said), identity: row.id }
  await keepNew(tx, [itemOf(row, (await linesOf(tx)).channel(row.channelId), whole)])
  await markTaken(tx, [row])
}
