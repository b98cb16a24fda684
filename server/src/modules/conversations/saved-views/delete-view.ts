import { announce } from '#lib/facts/announce'
import type { Tx } from '#lib/tx'
import { holdView } from './hold-view.ts'

/** Deletes a view. Conversations are not touched. */
export async function deleteView(tx: Tx, id: string): Promise<void> {
  const view = await holdView(tx, id)
  await tx.db.deleteFrom('conversations.savedView').where('tenantId', '=', tx.tenantId).where('id', '=', id).execute()
  await announce(tx, 'conversations.view_deleted', { subjectId: id, details: { shared: view.sharedAt !== null } })
}
