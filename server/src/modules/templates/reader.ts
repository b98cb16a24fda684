import { sql } from 'kysely'
import type { Tx } from '#lib/tx'
import type { Reader } from './values.ts'

/** In which words values are written here: the business's clock and money, the template's language. */
export async function readerOf(tx: Tx, language: string): Promise<Reader> {
  const { rows } = await sql<{ timezone: string; currency: string }>`
    select timezone, currency from tenancy.business where tenant_id = ${tx.tenantId}`.execute(tx.db)
  return { language, timezone: rows[0]?.timezone ?? 'UTC', currency: rows[0]?.currency ?? 'EUR' }
}
