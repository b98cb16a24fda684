import { sql } from 'kysely'
import { type Actor, memberBehind } from '#lib/actor'
import { announce } from '#lib/facts/announce'
import { InvalidInput, NotFound } from '#lib/refusal'
import { storableText } from '#lib/storable-text'
import type { Tx } from '#lib/tx'
import { permit } from '#tenancy'
import { lockConversation } from '../lock-conversation.ts'
import { noteOfOurOwn } from '../note-of-our-own.ts'
import { type HandoffBy, longestReason, stateOf } from './handoff.ts'
import { nameOf } from './name-of.ts'

export interface HandoffWish {
  readonly conversationId: string
  readonly reason: string
  /** What asks when Frontdesk itself acts; people and programs ask in their own name. */
  readonly by?: 'customer' | 'assistant' | 'automation' | undefined
}

/**
 * Asks for a person: automation pauses until one has taken over and handed back, and the conversation waits among those that
 * do. Asked again while it waits, nothing changes; asked while somebody has it, it waits for another.
 */
export async function requestHandoff(tx: Tx, wish: HandoffWish): Promise<void> {
  permit(tx, 'conversations.ask-for-person')

  const conversation = await lockConversation(tx, { id: wish.conversationId })
  if (!conversation) throw new NotFound('conversation')
  const reason = readReason(wish.reason)
  const from = stateOf(conversation)
  if (from === 'waiting') return

  const by = askerOf(tx.actor, wish.by)
  const member = memberBehind(tx.actor)
  await sql`
    update conversations.conversation set
      handoff_requested_at = ${tx.now}, handoff_reason = ${reason}, handoff_by_kind = ${by}, handoff_by = ${member}::uuid,
      handoff_taken_at = null, handoff_taken_by = null,
      automation_paused_at = coalesce(automation_paused_at, ${tx.now}), automation_paused_for = 'handoff',
      automation_paused_by = ${member}::uuid, automation_resumes_at = null
    where tenant_id = ${tx.tenantId} and id = ${conversation.id}`.execute(tx.db)
  const { id, contactId } = conversation
  const about = { subjectId: id, contactId, conversationId: id }
  await announce(tx, 'conversations.handoff_requested', { ...about, details: { from, to: 'waiting', by } })
  if (!conversation.automationPausedAt)
    await announce(tx, 'conversations.changed', { ...about, details: { automationPaused: { from: false, to: true } } })
  const who = member ? await nameOf(tx, member) : askers[by]
  await noteOfOurOwn(tx, [conversation], `${who} asked for a person: ${reason}`)
}

function readReason(given: string): string {
  const reason = storableText(given.trim())
  if (reason === '') throw refusal('Say why a person is needed.', 'empty_text')
  if ([...reason].length > longestReason)
    throw refusal(`At most ${longestReason.toLocaleString('en')} characters.`, 'text_too_long')
  return reason
}

function refusal(message: string, code: string): InvalidInput {
  return new InvalidInput([{ path: 'reason', message, code }], message)
}

function askerOf(actor: Actor, given: HandoffWish['by']): HandoffBy {
  if (actor.kind === 'token') return 'api'
  if (actor.kind === 'member') return 'member'
  return given ?? 'automation'
}

const askers: Readonly<Record<HandoffBy, string>> = {
  customer: 'The customer',
  member: 'Somebody here',
  api: 'A program',
  assistant: 'The assistant',
  automation: 'Automation',
}
