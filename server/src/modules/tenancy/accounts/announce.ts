import { sql } from 'kysely'
import type { Facts } from '#lib/facts/types'
import { factsCommitted } from '#lib/facts/wake'
import { newId } from '#lib/id'
import type { Tx } from '#lib/tx'

type AccountFact = Extract<keyof Facts, `tenancy.account_${string}`>

/** Writes down what a person did with their account, in each workspace they work in, in the transaction in which they did it. */
export async function announceAccount<Name extends AccountFact>(
  tx: Tx,
  personId: string,
  name: Name,
  details: Facts[Name],
): Promise<void> {
  const { rows } = await sql`select from tenancy.workspaces_of(${personId}::uuid)`.execute(tx.db)
  if (rows.length === 0) return
  const ids = rows.map(() => newId())
  const origin = tx.origin ? JSON.stringify(tx.origin) : null
  await sql`
    select tenancy.announce_account(
      ${personId}::uuid, ${name}, ${JSON.stringify(details)}::jsonb, ${origin}::jsonb, ${ids}::uuid[], ${tx.now}::timestamptz
    )`.execute(tx.db)
  tx.afterCommit(factsCommitted)
}
