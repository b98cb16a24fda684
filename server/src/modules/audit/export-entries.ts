import { stringify } from 'csv-stringify/sync'
import type { Context } from '#lib/context'
import type { FileAnswer } from '#lib/door'
import { announce } from '#lib/facts/announce'
import type { Principal, Tx } from '#lib/tx'
import { permit } from '#tenancy'
import type { AuditFilter, Entry } from './entry.ts'
import { listEntries } from './list-entries.ts'

const pageSize = 500
const heading = [
  ...['time (UTC)', 'who', 'kind', 'what', 'changes', 'about', 'about id', 'address', 'device', 'area', 'fact', 'id'],
]

/**
 * The entries as a CSV file (RFC 4180, UTF-8 with a byte order mark), newest first, read page by page while it is sent. That
 * somebody took it is an entry itself. What a spreadsheet would take for a formula is marked as text.
 */
export async function exportEntries(tx: Tx, context: Context, filter: AuditFilter): Promise<FileAnswer> {
  permit(tx, 'audit.export')
  const given = Object.entries(filter).filter((entry): entry is [string, string] => entry[1] !== undefined)
  await announce(tx, 'audit.exported', { subjectId: tx.tenantId, details: { filter: Object.fromEntries(given) } })
  const { tenantId, actor, origin } = tx
  return {
    name: `audit-log-${tx.now.toISOString().slice(0, 10)}.csv`,
    pieces: write(context, { tenantId, actor, origin }, filter),
  }
}

async function* write(context: Context, who: Principal, filter: AuditFilter): AsyncGenerator<string> {
  yield `\uFEFF${asLines([heading])}`
  let cursor: string | null | undefined
  while (cursor !== null) {
    const from: string | undefined = cursor
    const page = await context.withTenant(who, (tx) =>
      listEntries(tx, { ...filter, limit: pageSize, ...(from ? { cursor: from } : {}) }),
    )
    if (page.items.length > 0) yield asLines(page.items.map(asLine))
    cursor = page.nextCursor
  }
}

function asLines(rows: readonly (readonly (string | null)[])[]): string {
  return stringify([...rows], { record_delimiter: 'windows', escape_formulas: true })
}

function asLine({ id, at, who, what, changes, subject, origin, area, fact }: Entry): (string | null)[] {
  const changed = changes.map(({ field, from, to }) => `${field}: ${from ?? '–'} → ${to ?? '–'}`).join('; ')
  return [
    ...[at, who.name, who.kind, what, changed, subject.name, subject.id],
    ...[origin?.address ?? null, origin?.agent ?? null, area, fact, id],
  ]
}
