import type { Tx } from '#lib/tx'

/** What was just said by us is the last of its conversation, and nobody waits for an answer any more. */
export async function bringUp(tx: Tx, conversationId: string, messageId: string): Promise<void> {
  await tx.db
    .updateTable('conversations.conversation')
    .set({ lastMessageId: messageId, lastMessageAt: tx.now, customerWaits: false })
    .where('tenantId', '=', tx.tenantId)
    .where('id', '=', conversationId)
    .execute()
}
