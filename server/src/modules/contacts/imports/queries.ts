import { sql } from 'kysely'
import { z } from 'zod'
import { time } from '#lib/json'
import { type Page, readCursor, TimeAndId, toPage } from '#lib/page'
import { NotFound } from '#lib/refusal'
import type { Tx } from '#lib/tx'
import { permit } from '#tenancy'
import { type FaultCode, sentenceOf } from './faults.ts'
import type { Import, RefusedLine } from './import.ts'

interface Row extends Omit<Import, 'createdBy' | 'createdAt' | 'finishedAt'> {
  createdById: string | null
  createdByName: string | null
  createdAt: Date
  finishedAt: Date | null
}

interface PageWish {
  readonly limit: number
  readonly cursor?: string | undefined
}

/** One import, or `not_found`. */
export async function getImport(tx: Tx, id: string): Promise<Import> {
  permit(tx, 'contacts.import')
  const [row] = await select(tx, sql`one.id = ${id}`, 1)
  if (!row) throw new NotFound('import')
  return asImport(row)
}

/** The imports of the workspace, newest first. */
export async function listImports(tx: Tx, { limit, cursor }: PageWish): Promise<Page<Import>> {
  permit(tx, 'contacts.import')
  const after = readCursor(cursor, TimeAndId)
  const further = after ? sql`(one.created_at, one.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)` : sql`true`
  const rows = await select(tx, further, limit + 1)
  return toPage(rows, limit, (row) => [row.createdAt.toISOString(), row.id], asImport)
}

async function select(tx: Tx, wanted: ReturnType<typeof sql>, most: number): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select one.id, one.file_name, one.bytes, one.encoding, one.delimiter, one.plan, one.state, one.failure, one.lines, one.position,
      one.made, one.updated, one.unchanged, one.refused, one.duplicates, one.created_at, one.finished_at,
      exists (select from contacts.import_file file where file.tenant_id = ${tx.tenantId} and file.import_id = one.id) as has_file,
      one.created_by as created_by_id,
      (select colleague.name from tenancy.colleague colleague
        where colleague.tenant_id = ${tx.tenantId} and colleague.id = one.created_by) as created_by_name
    from contacts.import one
    where one.tenant_id = ${tx.tenantId} and ${wanted}
    order by one.created_at desc, one.id desc limit ${most}`.execute(tx.db)
  return rows
}

function asImport({ createdById, createdByName, createdAt, finishedAt, ...row }: Row): Import {
  return {
    ...row,
    createdBy: createdById && createdByName ? { id: createdById, name: createdByName } : null,
    createdAt: time(createdAt),
    finishedAt: time(finishedAt),
  }
}

const Line = z.tuple([z.int()])

/** The lines an import did not take, or would not take, in the order of the file. */
export async function listRefused(tx: Tx, id: string, { limit, cursor }: PageWish): Promise<Page<RefusedLine>> {
  await getImport(tx, id)
  const [after] = readCursor(cursor, Line) ?? [0]
  const rows = await tx.db
    .selectFrom('contacts.importRefusal')
    .select(['line', 'columnName as column', 'excerpt', 'code', 'about'])
    .$narrowType<{ code: FaultCode }>()
    .where('tenantId', '=', tx.tenantId)
    .where('importId', '=', id)
    .where('line', '>', after)
    .orderBy('line')
    .limit(limit + 1)
    .execute()
  return toPage(
    rows,
    limit,
    ({ line }) => [line],
    ({ about, ...row }) => ({ ...row, message: sentenceOf(row.code, about) }),
  )
}
