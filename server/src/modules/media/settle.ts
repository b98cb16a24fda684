import { announce } from '#lib/facts/announce'
import type { Tx } from '#lib/tx'
import type { FileReason } from './file.ts'
import type { FileRow } from './queries.ts'

/** How it ends for a file, until somebody asks for it again. */
export async function settleFile(
  tx: Tx,
  { id, kind }: FileRow,
  { state, reason }: { state: 'refused' | 'expired'; reason: FileReason },
): Promise<void> {
  await tx.db
    .updateTable('media.file')
    .set({ state, reason: JSON.stringify(reason), dueAt: null, settledAt: tx.now })
    .where('tenantId', '=', tx.tenantId)
    .where('id', '=', id)
    .execute()
  await announce(tx, `media.${state}`, { subjectId: id, details: { kind, code: reason.code } })
}
