import type { Selectable } from 'kysely'
import type { ContactsImport } from '#lib/database/schema.gen'
import { announce } from '#lib/facts/announce'
import { NotFound } from '#lib/refusal'
import type { Tx } from '#lib/tx'
import type { Encoding } from './decode.ts'
import type { ImportState } from './import.ts'
import type { Plan } from './plan.ts'

export type HeldImport = Omit<Selectable<ContactsImport>, 'state' | 'plan' | 'encoding'> & {
  readonly state: ImportState
  readonly plan: Plan
  readonly encoding: Encoding
}

/** Holds an import until the transaction ends, or `not_found`. */
export async function holdImport(tx: Tx, id: string): Promise<HeldImport> {
  const row = await tx.db
    .selectFrom('contacts.import')
    .selectAll()
    .where('tenantId', '=', tx.tenantId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw new NotFound('import')
  return row as unknown as HeldImport
}

type Move = Partial<
  Pick<
    HeldImport,
    | 'state'
    | 'failure'
    | 'lines'
    | 'position'
    | 'made'
    | 'updated'
    | 'unchanged'
    | 'refused'
    | 'duplicates'
    | 'finishedAt'
  >
> & { readonly plan?: Plan }

/** Writes down how far an import has come, and tells whoever watches. */
export async function moveImport(tx: Tx, held: HeldImport, { plan, ...move }: Move): Promise<void> {
  const now = { ...held, ...move }
  await tx.db
    .updateTable('contacts.import')
    .set({ ...move, ...(plan ? { plan: JSON.stringify(plan) } : {}), movedAt: tx.now })
    .where('tenantId', '=', tx.tenantId)
    .where('id', '=', held.id)
    .execute()
  const { state, fileName, lines, position, made, updated, refused } = now
  await announce(tx, 'contacts.import_changed', {
    subjectId: held.id,
    details: { state, fileName, lines, position, made, updated, refused },
  })
}
