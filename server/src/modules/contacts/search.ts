import { sql } from 'kysely'
import { storableText } from '#lib/storable-text'
import type { Tx } from '#lib/tx'
import { permit } from '#tenancy'

/** The contacts in whose name, numbers or addresses the words occur: at most so many ids, those of the newest contacts. */
export async function search(tx: Tx, words: string, most: number): Promise<string[]> {
  permit(tx, 'contacts.read')
  const { rows } = await sql<{ contactId: string }>`
    select contact_id from contacts.search(${tx.tenantId}, ${storableText(words).trim()}, ${most})`.execute(tx.db)
  return rows.map(({ contactId }) => contactId)
}
