import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { world } from '../../../../world/world.ts'

const cast = await world()

test('waiting webhooks are found by the index that holds nothing else', async () => {
  const { tenantId } = cast.salon
  const plan = await cast.salon.as(cast.salon.owner, async (tx) => {
    await sql`set local enable_seqscan = off`.execute(tx.db)
    await sql`set local enable_bitmapscan = off`.execute(tx.db)
    const { rows } = await sql<object>`
      explain (costs off) select id from channels.inbound
      where tenant_id = ${tenantId} and taken_at is null and (retry_at is null or retry_at <= now())
      order by received_at, id limit 50 for update skip locked`.execute(tx.db)
    return rows.map((row) => Object.values(row)[0]).join('\n')
  })
  assert.match(plan, /Index Scan using inbound_waiting_of_tenant/)
  assert.doesNotMatch(plan, /Sort/)
})
