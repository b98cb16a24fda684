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

test('the timeline and the people under a label are read along their indexes', async () => {
  const { tenantId } = cast.salon
  const timeline = await planOf(sql`
    select fact.* from facts.fact fact
    where fact.tenant_id = ${tenantId} and fact.contact_id = ${tenantId} and (fact.xid, fact.id) < ('9'::xid8, ${tenantId}::uuid)
    order by fact.xid desc, fact.id desc limit 31`)
  assert.match(timeline, /Index Scan Backward using fact_of_contact[\s\S]*Index Cond: .*ROW\(xid, id\)/)
  assert.doesNotMatch(timeline, /Sort/)
  const labelled = await planOf(sql`
    select contact_id from contacts.label
    where tenant_id = ${tenantId} and label = 'VIP' and (contact_created_at, contact_id) < (now(), ${tenantId}::uuid)
    order by contact_created_at desc, contact_id desc limit 31`)
  assert.match(labelled, /Index (Only )?Scan using label_newest/)
  assert.doesNotMatch(labelled, /Sort/)
})

test('people by what a field says, leads by stage, owner and source, and imports are read along their indexes', async () => {
  const { tenantId } = cast.salon
  const further = sql`(created_at, id) < (now(), ${tenantId}::uuid) order by created_at desc, id desc limit 31`
  const lead = (condition: RawBuilder<unknown>) =>
    sql`select id from contacts.lead where tenant_id = ${tenantId} and ${condition} and ${further}`
  const said = sql`
    select contact_id from contacts.field_value
    where tenant_id = ${tenantId} and field_id = ${tenantId} and match_key = lower(left('Gold'::text, 100))
      and (contact_created_at, contact_id) < (now(), ${tenantId}::uuid)
    order by contact_created_at desc, contact_id desc limit 31`
  const plans: [RawBuilder<unknown>, string][] = [
    [said, 'field_value_newest'],
    [lead(sql`true`), 'lead_newest'],
    [lead(sql`stage = 'won'`), 'lead_of_stage'],
    [lead(sql`owner_id = ${tenantId}`), 'lead_of_owner'],
    [lead(sql`source = 'ad'`), 'lead_of_source'],
    [sql`select id from contacts.import where tenant_id = ${tenantId} and ${further}`, 'import_newest'],
  ]
  for (const [query, index] of plans) {
    const plan = await planOf(query)
    assert.match(plan, new RegExp(`Index (Only )?Scan using ${index}`))
    assert.doesNotMatch(plan, /Sort/)
  }
})

test('how people stand and what they ever said is read along the ledger’s indexes', async () => {
  const { tenantId } = cast.salon
  const standing = await planOf(sql`
    select state from contacts.consent
    where tenant_id = ${tenantId} and contact_id = ${tenantId} and channel_kind = 'sms' and purpose = 'marketing'
    order by at desc, id desc limit 1`)
  // In an empty table both indexes cost the same.
  assert.match(standing, /Index (Only )?Scan using consent_(standing|newest)/)
  assert.doesNotMatch(standing, /Sort/)
  const history = await planOf(sql`
    select * from contacts.consent where tenant_id = ${tenantId} and contact_id = ${tenantId}
    order by at desc, id desc limit 100`)
  assert.match(history, /Index Scan using consent_newest/)
  assert.doesNotMatch(history, /Sort/)
})
