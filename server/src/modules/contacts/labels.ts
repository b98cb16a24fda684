import { sql } from 'kysely'
import type { Tx } from '#lib/tx'
import { permit } from '#tenancy'

export interface LabelCount {
  readonly label: string
  readonly count: number
}

/** Puts a person under these labels and no others; answers which they were under. What is new stands at the person. */
export async function setLabels(tx: Tx, personId: string, labels: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ label: string; contactId: string }>`
    select label.label, label.contact_id from contacts.label label
    where label.tenant_id = ${tx.tenantId} and label.contact_id = any(${family(tx, personId)})
    order by label.label`.execute(tx.db)
  const before = [...new Set(rows.map(({ label }) => label))]

  const gone = before.filter((label) => !labels.includes(label))
  if (gone.length > 0)
    await sql`
      delete from contacts.label
      where tenant_id = ${tx.tenantId} and contact_id = any(${family(tx, personId)}) and label = any(${gone}::text[])`.execute(
      tx.db,
    )
  const added = labels.filter((label) => !before.includes(label))
  if (added.length > 0)
    await sql`
      insert into contacts.label (contact_id, label, contact_created_at)
      select contact.id, added.label, contact.created_at
      from contacts.contact contact cross join unnest(${added}::text[]) as added (label)
      where contact.tenant_id = ${tx.tenantId} and contact.id = ${personId}`.execute(tx.db)
  return before
}

/** The labels in use, by name, with how many contacts stand under each; at most two hundred. */
export async function listLabels(tx: Tx): Promise<LabelCount[]> {
  permit(tx, 'contacts.read')
  const { rows } = await sql<LabelCount>`
    select label, count(*)::int as count from contacts.label
    where tenant_id = ${tx.tenantId} group by label order by label limit 200`.execute(tx.db)
  return rows
}

/** A person and everyone merged into them, as an array of ids for SQL. */
export function family(tx: Tx, personId: string) {
  return sql<string[]>`array(
    select ${personId}::uuid union all
    select twin.id from contacts.contact twin where twin.tenant_id = ${tx.tenantId} and twin.merged_into = ${personId})`
}
