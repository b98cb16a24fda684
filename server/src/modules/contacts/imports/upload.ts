import { memberBehind } from '#lib/actor'
import type { Context } from '#lib/context'
import { announce } from '#lib/facts/announce'
import { newId } from '#lib/id'
import { storableText } from '#lib/storable-text'
import type { Tx } from '#lib/tx'
import { getWorkspace, permit } from '#tenancy'
import { readFields } from '../fields/queries.ts'
import { decode } from './decode.ts'
import { keepFile } from './file.ts'
import type { Import } from './import.ts'
import { previewOf } from './preview.ts'
import { getImport } from './queries.ts'
import { delimiterOf } from './records.ts'

/**
 * Takes in a file of people and says what it seems to hold; nobody is imported yet. Refuses what is no list, such as a
 * workbook or a picture.
 */
export async function upload(
  tx: Tx,
  context: Context,
  { bytes, fileName }: { bytes: Buffer; fileName: string },
): Promise<Import> {
  permit(tx, 'contacts.import')
  const { text, encoding } = decode(bytes)
  const delimiter = delimiterOf(text)
  const { country } = await getWorkspace(tx)
  const plan = previewOf({ text, delimiter }, { fields: await readFields(tx), country })

  const id = newId()
  const name = Array.from(storableText(fileName).trim()).slice(0, 200).join('') || 'contacts.csv'
  await tx.db
    .insertInto('contacts.import')
    .values({
      ...{
        id,
        fileName: name,
        bytes: bytes.length,
        encoding,
        delimiter,
        plan: JSON.stringify(plan),
        state: 'uploaded',
      },
      ...{ createdBy: memberBehind(tx.actor), createdAt: tx.now, movedAt: tx.now },
    })
    .execute()
  await keepFile(tx, context, id, bytes)
  const nothingYet = { lines: 0, position: 0, made: 0, updated: 0, refused: 0 }
  await announce(tx, 'contacts.import_changed', {
    subjectId: id,
    details: { state: 'uploaded', fileName: name, ...nothingYet },
  })
  return getImport(tx, id)
}
