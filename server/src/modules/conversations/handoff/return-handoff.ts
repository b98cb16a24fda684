import { memberBehind } from '#lib/actor'
import { NotFound } from '#lib/refusal'
import type { Tx } from '#lib/tx'
import { permit } from '#tenancy'
import { applyChanges, filingOf } from '../apply-changes.ts'
import { lockConversation } from '../lock-conversation.ts'
import { noteOfOurOwn } from '../note-of-our-own.ts'
import { endHandoffs } from './end-handoffs.ts'
import { stateOf } from './handoff.ts'
import { nameOf } from './name-of.ts'
import { NoHandoff } from './refusals.ts'

/** No person is needed any more: the conversation goes back to automation, which goes on. Whoever looks after it still does. */
export async function returnHandoff(tx: Tx, id: string): Promise<void> {
  permit(tx, 'conversations.take-over')

  const conversation = await lockConversation(tx, { id })
  if (!conversation) throw new NotFound('conversation')
  if (stateOf(conversation) === 'none') throw new NoHandoff()
  await applyChanges(tx, [{ conversation, to: { ...filingOf(conversation), automationPaused: false } }])
  await endHandoffs(tx, [conversation])
  const me = memberBehind(tx.actor)
  await noteOfOurOwn(tx, [conversation], `${me ? await nameOf(tx, me) : 'Somebody'} handed back to automation.`)
}
