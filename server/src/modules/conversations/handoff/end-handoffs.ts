import { sql } from 'kysely'
import { announceEach } from '#lib/facts/announce'
import type { Tx } from '#lib/tx'
import type { LockedConversation } from '../lock-conversation.ts'
import { stateOf } from './handoff.ts'

/** Ends what was asked of a person in conversations that are held, where anything was. */
export async function endHandoffs(tx: Tx, held: readonly LockedConversation[]): Promise<void> {
  const asked = held.filter((conversation) => stateOf(conversation) !== 'none')
  if (asked.length === 0) return
  await sql`
    update conversations.conversation set
      handoff_requested_at = null, handoff_reason = null, handoff_by_kind = null, handoff_by = null,
      handoff_taken_at = null, handoff_taken_by = null
    where tenant_id = ${tx.tenantId} and id = any(${asked.map(({ id }) => id)}::uuid[])`.execute(tx.db)
  const facts = asked.map((conversation) => ({
    ...{ subjectId: conversation.id, contactId: conversation.contactId, conversationId: conversation.id },
    details: { from: stateOf(conversation), to: 'none' as const },
  }))
  await announceEach(tx, 'conversations.handoff_returned', facts)
}
