import { announce } from '#lib/facts/announce'
import { attempt, type Tx } from '#lib/tx'
import { permit } from '#tenancy'
import { holdReply } from './hold-reply.ts'
import { ShortcutTaken } from './refusals.ts'
import { isTaken, type ReplyWish } from './save-reply.ts'

export type ReplyChange = { readonly [Field in keyof ReplyWish]?: ReplyWish[Field] | undefined }

/** Writes a saved reply anew, under another shortcut, or for all. What is for all stays so: others may count on it. */
export async function changeReply(tx: Tx, id: string, { shortcut, text, shared }: ReplyChange): Promise<void> {
  const reply = await holdReply(tx, id)
  if (shared) permit(tx, 'conversations.manage-replies')
  const sharedAt = reply.sharedAt ?? (shared ? tx.now : null)
  const changed = await attempt(tx, () =>
    tx.db
      .updateTable('conversations.savedReply')
      .set({ sharedAt, changedAt: tx.now, ...(shortcut ? { shortcut } : {}), ...(text ? { text } : {}) })
      .where('tenantId', '=', tx.tenantId)
      .where('id', '=', id)
      .execute(),
  )
  if (!changed.ok) throw isTaken(changed.error) ? new ShortcutTaken(shortcut) : changed.error
  await announce(tx, 'conversations.saved_reply_saved', { subjectId: id, details: { shared: sharedAt !== null } })
}
