import { NotFound } from '#lib/refusal'
import type { Tx } from '#lib/tx'
import { permit } from '#tenancy'
import type { FileKind } from './file.ts'
import { lockRow } from './queries.ts'
import { FileNotHere } from './refusals.ts'

export interface TakenFile {
  readonly id: string
  readonly kind: FileKind
  readonly type: string
  readonly name: string | null
  readonly bytes: number
}

/** Takes a file for a message that is about to leave: from now on it stays. Refuses one that is not here. */
export async function takeFile(tx: Tx, fileId: string): Promise<TakenFile> {
  permit(tx, 'media.read')

  const file = await lockRow(tx, fileId)
  if (!file) throw new NotFound('file')
  const { id, kind, type, name, bytes } = file
  if (file.state !== 'stored' || type === null) throw new FileNotHere()
  if (file.removeAt) {
    await tx.db
      .updateTable('media.file')
      .set({ removeAt: null })
      .where('tenantId', '=', tx.tenantId)
      .where('id', '=', id)
      .execute()
  }
  return { id, kind, type, name, bytes }
}
