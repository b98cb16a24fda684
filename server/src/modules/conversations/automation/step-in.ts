import { sql } from 'kysely'
import { announce } from '#lib/facts/announce'
import type { Tx } from '#lib/tx'
import { stateOf } from '../handoff/handoff.ts'
import type { LockedConversation } from '../lock-conversation.ts'
import { resumesAt } from './resumes-at.ts'

/**
 * A person has answered the customer in a conversation that is held: a new epoch begins, automation pauses or stays paused for
 * longer, and whoever was asked for is there. `memberId` is null when it was said in WhatsApp's own app.
 */
export async function stepIn(tx: Tx, conversation: LockedConversation, memberId: string | null): Promise<void> {
  const { id, contactId } = conversation
  const waits = stateOf(conversation) === 'waiting'
  await sql`
    update conversations.conversation set
      epoch = epoch + 1,
      automation_paused_at = coalesce(automation_paused_at, ${tx.now}),
      automation_paused_for = 'reply', automation_paused_by = ${memberId}::uuid,
      automation_resumes_at = ${resumesAt(tx)},
      handoff_taken_at = case when ${waits} then ${tx.now}::timestamptz else handoff_taken_at end,
      handoff_taken_by = case when ${waits} then ${memberId}::uuid else handoff_taken_by end
    where tenant_id = ${tx.tenantId} and id = ${id}`.execute(tx.db)
  const about = { subjectId: id, contactId, conversationId: id }
  if (!conversation.automationPausedAt)
    await announce(tx, 'conversations.changed', {
      ...about,
      details: { automationPaused: { from: false, to: true } },
    })
  if (waits)
    await announce(tx, 'conversations.handoff_taken', { ...about, details: { from: 'waiting', to: 'taken', memberId } })
}
