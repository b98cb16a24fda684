import type { GraphError } from './graph-error.ts'
import { graphError } from './graph-error.ts'
import type { State } from './state.ts'
import type { BusinessNumber, Chat, ChatMessage, Json } from './types.ts'

/** The business has read up to this message: it and all earlier ones turn blue; a typing indicator may come with it. */
export function markRead(state: State, number: BusinessNumber, body: Json): GraphError | undefined {
  const messageId = String(body.message_id)
  const known = state.chats.message(messageId)
  if (known?.message.side !== 'customer' || known.chat.phoneNumberId !== number.phoneNumberId) {
    return graphError(131009, 'message_id is not a message this number received.')
  }

  const { chat } = known
  turnBlue(chat, known.message)
  const who = { phoneNumberId: number.phoneNumberId, customer: chat.customer }
  state.events.tell('read', { ...who, messageId })
  state.events.tell('chat', who)
  if (body.typing_indicator !== undefined) state.events.tell('typing', who)
  return undefined
}

function turnBlue({ messages }: Chat, last: ChatMessage): void {
  for (let at = messages.lastIndexOf(last); at >= 0; at -= 1) {
    const message = messages[at]
    if (message?.side !== 'customer') continue
    if (message.status === 'read') return
    message.status = 'read'
  }
}
