import { time } from '#lib/json'
import type { Tx } from '#lib/tx'
import { permit } from '#tenancy'
import type { Field, FieldKind } from './field.ts'

/** What this business wants to know of people, in its order; with what was archived on demand. */
export async function listFields(tx: Tx, { archived = false }: { archived?: boolean } = {}): Promise<Field[]> {
  permit(tx, 'contacts.read')
  return readFields(tx, { archived })
}

/** The same for acts that have asked for leave already, such as a running import. */
export async function readFields(tx: Tx, { archived = false }: { archived?: boolean } = {}): Promise<Field[]> {
  const rows = await tx.db
    .selectFrom('contacts.field')
    .selectAll()
    .$narrowType<{ kind: FieldKind }>()
    .where('tenantId', '=', tx.tenantId)
    .$if(!archived, (query) => query.where('archivedAt', 'is', null))
    .orderBy('place')
    .orderBy('createdAt')
    .orderBy('id')
    .execute()
  return rows.map(({ tenantId: _, createdAt, archivedAt, ...field }) => ({
    ...field,
    createdAt: time(createdAt),
    archivedAt: time(archivedAt),
  }))
}
