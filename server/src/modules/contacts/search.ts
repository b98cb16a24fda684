import { sql } from 'kysely'
import { storableText } from '#lib/storable-text'
import type { Tx } from '#lib/tx'
import { permit } from '#tenancy'

/**
 * The contacts in whose name, numbers or addresses the words occur, those merged into them included: the ids of at most so
 * many persons, the newest.
 */
export async function search(tx: Tx, words: string, most: number): Promise<string[]> {
  permit(tx, 'contacts.read')
  const { rows } = await sql<{ id: string }>`
    with found as materialized (
      select contact_id as id from contacts.search(${tx.tenantId}, ${storableText(words).trim()}, ${most})
    )
    select id from found
    union all
    select twin.id from contacts.contact twin
    where twin.tenant_id = ${tx.tenantId} and twin.merged_into = any(array(select id from found))`.execute(tx.db)
  return rows.map(({ id }) => id)
}
