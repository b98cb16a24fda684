import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type RawBuilder, sql } from 'kysely'
import { world } from '../../../world/world.ts'

const cast = await world()

/** The plan as the runtime role gets it, with scans of whole tables made as unattractive as they are when tables are large. */
const planOf = (query: RawBuilder<unknown>) =>
  cast.salon.as(cast.salon.staff, async (tx) => {
    await sql`set local enable_seqscan = off`.execute(tx.db)
    await sql`set local enable_bitmapscan = off`.execute(tx.db)
    const { rows } = await sql<{ 'QUERY PLAN': string }>`explain (costs off) ${query}`.execute(tx.db)
    return rows.map((row) => Object.values(row)[0]).join('\n')
  })

test('a card finds its numbers by index, under row-level security', async () => {
  const { tenantId } = cast.salon
  const plan = await planOf(
    sql`select name, phone, email from contacts.card where tenant_id = ${tenantId} and id = ${tenantId}`,
  )
  assert.equal(plan.match(/Index Cond: .*contact_id = CASE/g)?.length, 2, plan)
})

test('the list walks the index from the newest', async () => {
  const { tenantId } = cast.salon
  const plan = await planOf(sql`
    select id from contacts.contact
    where tenant_id = ${tenantId} and merged_into is null and (created_at, id) < (now(), ${tenantId}::uuid)
    order by created_at desc, id desc limit 31`)
  assert.match(plan, /Index Scan using contact_newest/)
  assert.doesNotMatch(plan, /Sort/)
})
