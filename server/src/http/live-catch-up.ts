import { sql } from 'kysely'
import { system } from '#lib/actor'
import type { Fact, Position } from '#lib/facts/types'
import type { App } from '../app.ts'

const most = 500

/** The tenant's facts after one position and up to another, or `too many`: then reading everything anew is cheaper. */
export async function missedFacts(
  app: App,
  tenantId: string,
  since: Position,
  until: Position,
): Promise<Fact[] | 'too many'> {
  const { rows } = await app.withTenant({ tenantId, actor: system }, (tx) =>
    sql<Fact>`
      select tenant_id, id, xid::text, name, subject_id, contact_id, conversation_id, details, actor, at
      from facts.fact
      where tenant_id = ${tenantId} and (xid, id) > (${since.xid}::xid8, ${since.id}::uuid) and (xid, id) <= (${until.xid}::xid8, ${until.id}::uuid)
      order by xid, id
      limit ${most + 1}`.execute(tx.db),
  )
  return rows.length > most ? 'too many' : rows
}
