import { NotFound } from '#lib/refusal'
import type { Tx } from '#lib/tx'
import { permit } from '#tenancy'
import { applyChanges, type Filing, filingOf } from './apply-changes.ts'
import { readAssignee, readSnooze } from './change-wish.ts'
import { knownLabels } from './labels/known-labels.ts'
import { lockConversation } from './lock-conversation.ts'

export type ChangeWish = { readonly [Field in keyof Filing]?: Filing[Field] | undefined }

/**
 * Changes what a conversation is filed under and who looks after it. Announces only what became different. Snoozing may name
 * the time at which it opens by itself; whatever else the status becomes, no time remains.
 */
export async function change(tx: Tx, id: string, wish: ChangeWish): Promise<void> {
  permit(tx, 'conversations.change')

  const conversation = await lockConversation(tx, { id })
  if (!conversation) throw new NotFound('conversation')
  const before = filingOf(conversation)
  if (wish.assigneeId && wish.assigneeId !== before.assigneeId) await readAssignee(tx, wish.assigneeId)
  const { status, snoozedUntil } = readSnooze(before, wish, tx.now)
  const labels = wish.labels ? await knownLabels(tx, wish.labels) : before.labels
  const assigneeId = wish.assigneeId === undefined ? before.assigneeId : wish.assigneeId
  const automationPaused = wish.automationPaused ?? before.automationPaused
  await applyChanges(tx, [{ conversation, to: { status, snoozedUntil, assigneeId, labels, automationPaused } }])
}
