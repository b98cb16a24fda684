import type { Tx } from '#lib/tx'
import { permit } from '#tenancy'
import { removeFile } from './file.ts'
import { holdImport, moveImport } from './hold-import.ts'

/** Stops an import where it stands and removes its file. Who was imported by then stays; of one that is done, the report does. */
export async function cancel(tx: Tx, id: string): Promise<void> {
  permit(tx, 'contacts.import')
  const held = await holdImport(tx, id)
  await removeFile(tx, id)
  if (held.state === 'done' || held.state === 'cancelled') return
  await moveImport(tx, held, { state: 'cancelled', finishedAt: tx.now })
}
