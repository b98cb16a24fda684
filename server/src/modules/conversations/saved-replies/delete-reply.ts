import { announce } from '#lib/facts/announce'
import type { Tx } from '#lib/tx'
import { holdReply } from './hold-reply.ts'

/** Forgets a saved reply. What was sent with it stays as it was said. */
export async function deleteReply(tx: Tx, id: string): Promise<void> {
  const { sharedAt } = await holdReply(tx, id)
  await tx.db.deleteFrom('conversations.savedReply').where('tenantId', '=', tx.tenantId).where('id', '=', id).execute()
  await announce(tx, 'conversations.saved_reply_deleted', { subjectId: id, details: { shared: sharedAt !== null } })
}
