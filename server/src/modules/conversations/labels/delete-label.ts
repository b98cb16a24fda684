import { announce } from '#lib/facts/announce'
import type { Tx } from '#lib/tx'
import { permit } from '#tenancy'
import { getLabel } from './queries.ts'
import { spreadLater } from './spread.ts'

/** Deletes a label. It is taken off all conversations in the background. */
export async function deleteLabel(tx: Tx, id: string): Promise<void> {
  permit(tx, 'conversations.manage-labels')

  const { name } = await getLabel(tx, id)
  await tx.db.deleteFrom('conversations.label').where('tenantId', '=', tx.tenantId).where('id', '=', id).execute()
  await spreadLater(tx, { labelId: id, from: name, to: null })
  await announce(tx, 'conversations.label_deleted', { subjectId: id, details: { name } })
}
