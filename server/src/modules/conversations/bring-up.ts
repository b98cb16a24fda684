import type { Tx } from '#lib/tx'
import { PersonSteppedIn } from './refusals.ts'

/**
 * What was just said by us is the last of its conversation, and nobody waits for an answer any more. What automation says names
 * its epoch, and is refused once that is past or automation is paused: whoever steps in has the last word.
 */
export async function bringUp(tx: Tx, conversationId: string, messageId: string, epoch?: number): Promise<void> {
  let update = tx.db
    .updateTable('conversations.conversation')
    .set({ lastMessageId: messageId, lastMessageAt: tx.now, customerWaits: false })
    .where('tenantId', '=', tx.tenantId)
    .where('id', '=', conversationId)
  if (epoch !== undefined) update = update.where('epoch', '=', epoch).where('automationPausedAt', 'is', null)
  const { numUpdatedRows } = await update.executeTakeFirst()
  if (numUpdatedRows === 0n) throw new PersonSteppedIn()
}
