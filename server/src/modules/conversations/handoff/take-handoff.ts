import { memberBehind } from '#lib/actor'
import { announce } from '#lib/facts/announce'
import { NotFound } from '#lib/refusal'
import type { Tx } from '#lib/tx'
import { permit } from '#tenancy'
import { applyChanges, filingOf } from '../apply-changes.ts'
import { resumesAt } from '../automation/resumes-at.ts'
import { lockConversation } from '../lock-conversation.ts'
import { noteOfOurOwn } from '../note-of-our-own.ts'
import { stateOf } from './handoff.ts'
import { nameOf } from './name-of.ts'
import { HandoffTaken, NoHandoff } from './refusals.ts'

/** The caller takes over: the conversation no longer waits and is theirs. Whoever has it already changes nothing. */
export async function takeHandoff(tx: Tx, id: string): Promise<void> {
  permit(tx, 'conversations.take-over')

  const conversation = await lockConversation(tx, { id })
  if (!conversation) throw new NotFound('conversation')
  const me = memberBehind(tx.actor)
  const from = stateOf(conversation)
  if (from === 'none' || me === null) throw new NoHandoff()
  if (from === 'taken') {
    if (conversation.handoffTakenBy === me) return
    throw new HandoffTaken(conversation.handoffTakenBy && (await nameOf(tx, conversation.handoffTakenBy)))
  }
  await tx.db
    .updateTable('conversations.conversation')
    .set({ handoffTakenAt: tx.now, handoffTakenBy: me, automationResumesAt: resumesAt(tx) })
    .where('tenantId', '=', tx.tenantId)
    .where('id', '=', id)
    .execute()
  const about = { subjectId: id, contactId: conversation.contactId, conversationId: id }
  await announce(tx, 'conversations.handoff_taken', { ...about, details: { from, to: 'taken', memberId: me } })
  await applyChanges(tx, [{ conversation, to: { ...filingOf(conversation), assigneeId: me } }])
  await noteOfOurOwn(tx, [conversation], `${await nameOf(tx, me)} took over.`)
}
