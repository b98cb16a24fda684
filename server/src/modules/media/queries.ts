import { type Selectable, sql } from 'kysely'
import type { Context } from '#lib/context'
import type { MediaFile } from '#lib/database/schema.gen'
import { NotFound } from '#lib/refusal'
import type { Tx } from '#lib/tx'
import { may, permit } from '#tenancy'
import type { File, FileKind, FileReason, FileState } from './file.ts'
import { linksTo } from './links.ts'

/** A file's row with its words and numbers read as what they are. */
export type FileRow = Omit<Selectable<MediaFile>, 'kind' | 'state' | 'reason' | 'bytes' | 'source'> & {
  kind: FileKind
  state: FileState
  reason: FileReason | null
  bytes: number
  source: 'customer' | 'member'
}

/** One file, or `not_found`. */
export async function getFile(tx: Tx, context: Context, id: string): Promise<File> {
  permit(tx, 'media.read')
  const row = await findRow(tx, id)
  if (!row) throw new NotFound('file')
  return render(tx, context, row)
}

/** The files with these ids, by id; those that are none are left out, and all for who may read what they belong to but no files. */
export async function filesById(tx: Tx, context: Context, ids: readonly string[]): Promise<ReadonlyMap<string, File>> {
  if (ids.length === 0 || !may(tx.actor, 'media.read')) return new Map()
  const rows = await selectRows(tx)
    .where('id', '=', sql<string>`any(${[...ids]}::uuid[])`)
    .execute()
  return new Map(rows.map((row) => [row.id, render(tx, context, asRow(row))]))
}

/** The row itself; undefined when there is none. */
export async function findRow(tx: Tx, id: string): Promise<FileRow | undefined> {
  const row = await selectRows(tx).where('id', '=', id).executeTakeFirst()
  return row && asRow(row)
}

/** The row, held until the transaction ends. */
export async function lockRow(tx: Tx, id: string): Promise<FileRow | undefined> {
  const row = await selectRows(tx).where('id', '=', id).forNoKeyUpdate().executeTakeFirst()
  return row && asRow(row)
}

function selectRows(tx: Tx) {
  return tx.db.selectFrom('media.file').selectAll().where('tenantId', '=', tx.tenantId)
}

/** PostgreSQL's bigint comes as text. */
function asRow(row: Selectable<MediaFile>): FileRow {
  return { ...row, bytes: Number(row.bytes) } as FileRow
}

function render({ now }: Tx, { links }: Context, row: FileRow): File {
  const isStored = row.state === 'stored'
  return {
    id: row.id,
    kind: row.kind,
    status: row.state,
    reason: row.reason && { code: row.reason.code, message: row.reason.message },
    canFetchAgain: canFetchAgain(row),
    name: row.name,
    type: isStored ? row.type : null,
    size: isStored ? row.bytes : null,
    width: row.width,
    height: row.height,
    links: isStored ? linksTo(links, now, row) : null,
  }
}

/** Whether somebody may ask for it once more: it did not come, and there is somewhere to ask. */
export function canFetchAgain({ state, providerId, channelId }: FileRow): boolean {
  return (state === 'refused' || state === 'expired') && providerId !== null && channelId !== null
}
