import { objectIn } from './read-json.ts'
import type { State } from './state.ts'
import type { ChatMessage, SentMessage } from './types.ts'

const oldest = 30 * 24 * 3600 * 1000

/**
 * The customer's message a reaction goes to. Undefined when there is none in this chat, or it is more than 30 days old:
 * Meta takes such a reaction on all the same and reports its failure afterwards.
 */
export function reactedTo(state: State, sent: SentMessage): ChatMessage | undefined {
  const target = state.chats.message(String(objectIn(sent.body, 'reaction').message_id))
  if (target?.message.side !== 'customer' || target.chat.phoneNumberId !== sent.phoneNumberId) return undefined
  const isOwn = target.chat === state.chats.find(sent.phoneNumberId, sent.to)
  const age = sent.at.getTime() - Date.parse(target.message.at)
  return isOwn && !target.message.revoked && age <= oldest ? target.message : undefined
}
