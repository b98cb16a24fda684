import { announceEach } from '#lib/facts/announce'
import type { Tx } from '#lib/tx'

// A statement holds 65,535 values.
const batch = 1_000

/** Whoever left looks after nothing any more: their conversations wait for somebody else. */
export async function giveBack(tx: Tx, memberId: string): Promise<void> {
  for (;;) {
    const theirs = await tx.db
      .selectFrom('conversations.conversation')
      .select(['id', 'contactId'])
      .where('tenantId', '=', tx.tenantId)
      .where('assigneeId', '=', memberId)
      .orderBy('id')
      .limit(batch)
      .forNoKeyUpdate()
      .execute()
    if (theirs.length === 0) return

    await tx.db
      .updateTable('conversations.conversation')
      .set({ assigneeId: null })
      .where('tenantId', '=', tx.tenantId)
      .where(
        'id',
        'in',
        theirs.map(({ id }) => id),
      )
      .execute()
    const facts = theirs.map(({ id, contactId }) => ({
      subjectId: id,
      contactId,
      conversationId: id,
      details: { assigneeId: { from: memberId, to: null } },
    }))
    await announceEach(tx, 'conversations.changed', facts)
  }
}
