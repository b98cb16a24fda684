import type { Context } from '#lib/context'
import type { FileAnswer } from '#lib/door'
import type { Tx } from '#lib/tx'
import { permit } from '#tenancy'
import { byteOrderMark, csvLines } from '../csv-lines.ts'
import { decodeAs } from './decode.ts'
import { type FaultCode, sentenceOf } from './faults.ts'
import { openFile } from './file.ts'
import { holdImport } from './hold-import.ts'
import { recordsOf } from './records.ts'

const atOnce = 500

/** The lines that were not taken, as they came, each with the reason: to be mended and imported again. */
export async function refusedFile(tx: Tx, context: Context, id: string): Promise<FileAnswer> {
  permit(tx, 'contacts.import')
  const held = await holdImport(tx, id)
  const text = decodeAs(await openFile(tx, context, id), held.encoding)
  const rows = await tx.db
    .selectFrom('contacts.importRefusal')
    .select(['line', 'code', 'about'])
    .where('tenantId', '=', tx.tenantId)
    .where('importId', '=', id)
    .execute()
  const reasons = new Map(rows.map(({ line, code, about }) => [line, sentenceOf(code as FaultCode, about)]))
  const head = [...held.plan.columns.map(({ name }) => name), 'Line', 'Why it was not imported']
  return { name: 'refused-lines.csv', pieces: pieces(head, { text, delimiter: held.delimiter }, reasons) }
}

async function* pieces(
  head: readonly string[],
  { text, delimiter }: { text: string; delimiter: string },
  reasons: ReadonlyMap<number, string>,
): AsyncIterable<string> {
  const width = head.length - 2
  let waiting: string[][] = [[...head]]
  yield byteOrderMark
  for (const { line, cells, text: written } of recordsOf(text, delimiter)) {
    const reason = reasons.get(line)
    if (reason === undefined) continue
    // A line that falls apart into nothing or too much is shown as it was written, in the first cell.
    const shown = cells && cells.length <= width ? cells : [written]
    waiting.push([
      ...Array.from({ length: width }, (_, at) => (shown[at] ?? '').replaceAll('\u0000', '')),
      `${line}`,
      reason,
    ])
    if (waiting.length < atOnce) continue
    yield csvLines(waiting)
    waiting = []
  }
  yield csvLines(waiting)
}
