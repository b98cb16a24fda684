import { isDeepStrictEqual } from 'node:util'
import { sql } from 'kysely'
import { memberBehind } from '#lib/actor'
import { announceEach } from '#lib/facts/announce'
import { time } from '#lib/json'
import type { Tx } from '#lib/tx'
import { resumesAt } from './automation/resumes-at.ts'
import type { ConversationStatus } from './conversation.ts'
import { endHandoffs } from './handoff/end-handoffs.ts'
import type { LockedConversation } from './lock-conversation.ts'

/** What a conversation is filed under and who looks after it. */
export interface Filing {
  readonly status: ConversationStatus
  /** Until when it is snoozed, in UTC; null while it is not, or waits for the customer only. */
  readonly snoozedUntil: string | null
  /** A present member; null for nobody. */
  readonly assigneeId: string | null
  readonly labels: readonly string[]
  readonly automationPaused: boolean
}

/** What became different, field by field. */
export type FilingChange = {
  readonly [Field in keyof Filing]?: { readonly from: Filing[Field]; readonly to: Filing[Field] }
}

export interface Refiling {
  readonly conversation: LockedConversation
  readonly to: Filing
}

/**
 * Files conversations that are held anew, in one statement, and announces for each what became different. Answers that, by
 * conversation, for those that changed at all.
 */
export async function applyChanges(tx: Tx, refilings: readonly Refiling[]): Promise<ReadonlyMap<string, FilingChange>> {
  const changed = refilings.flatMap(({ conversation, to: wish }) => {
    const to = isResolving(conversation, wish) ? { ...wish, automationPaused: false } : wish
    const change = differenceOf(filingOf(conversation), to)
    return Object.keys(change).length === 0 ? [] : [{ conversation, to, change }]
  })
  if (changed.length === 0) return new Map()

  const rows = changed.map(({ conversation, to }) => ({
    ...{ id: conversation.id, status: to.status, assignee_id: to.assigneeId, labels: to.labels },
    snoozed_until: to.snoozedUntil,
    automation_paused_at: to.automationPaused ? (conversation.automationPausedAt ?? tx.now) : null,
    pauses: to.automationPaused && !conversation.automationPausedAt,
  }))
  await sql`
    update conversations.conversation filed
    set status = wish.status, snoozed_until = wish.snoozed_until, assignee_id = wish.assignee_id, labels = wish.labels,
      automation_paused_at = wish.automation_paused_at,
      automation_paused_for = case when wish.pauses then 'hand' else filed.automation_paused_for end,
      automation_paused_by = case when wish.pauses then ${memberBehind(tx.actor)}::uuid else filed.automation_paused_by end,
      automation_resumes_at = case when wish.pauses then ${resumesAt(tx)} else filed.automation_resumes_at end
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as wish (
      id uuid, status text, snoozed_until timestamptz, assignee_id uuid, labels text[], automation_paused_at timestamptz,
      pauses boolean)
    where filed.tenant_id = ${tx.tenantId} and filed.id = wish.id`.execute(tx.db)
  const facts = changed.map(({ conversation: { id, contactId }, change }) => ({
    subjectId: id,
    contactId,
    conversationId: id,
    details: change,
  }))
  await announceEach(tx, 'conversations.changed', facts)
  const resolved = changed.filter(({ conversation, to }) => isResolving(conversation, to))
  await endHandoffs(
    tx,
    resolved.map(({ conversation }) => conversation),
  )
  return new Map(changed.map(({ conversation, change }) => [conversation.id, change]))
}

/** What is resolved needs no person any more, and automation goes on. */
function isResolving(conversation: LockedConversation, to: Filing): boolean {
  return to.status === 'resolved' && conversation.status !== 'resolved'
}

/** What a conversation is filed under now. */
export function filingOf(conversation: LockedConversation): Filing {
  const { status, snoozedUntil, assigneeId, labels, automationPausedAt } = conversation
  return { status, snoozedUntil: time(snoozedUntil), assigneeId, labels, automationPaused: automationPausedAt !== null }
}

function differenceOf(from: Filing, to: Filing): FilingChange {
  const fields = (Object.keys(to) as (keyof Filing)[]).filter((field) => !isDeepStrictEqual(from[field], to[field]))
  return Object.fromEntries(fields.map((field) => [field, { from: from[field], to: to[field] }]))
}
