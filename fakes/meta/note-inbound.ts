import { isObject, listIn, objectIn, stringIn } from './read-json.ts'
import type { State } from './state.ts'
import type { ChatMessage, Json } from './types.ts'
import { textOf } from './words.ts'

/**
 * Learns from a webhook what Meta would know: who wrote which message when. Whatever is not shaped like a message is
 * passed over, since tests post nonsense on purpose.
 */
export function noteInbound(state: State, payload: unknown): void {
  for (const entry of listIn(payload, 'entry')) {
    for (const change of listIn(entry, 'changes')) {
      const value = objectIn(change, 'value')
      const phoneNumberId = objectIn(value, 'metadata').phone_number_id
      if (typeof phoneNumberId !== 'string') continue
      for (const message of listIn(value, 'messages')) note(state, phoneNumberId, message, listIn(value, 'contacts'))
    }
  }
}

function note(state: State, phoneNumberId: string, message: Json, contacts: Json[]): void {
  const { id, from, from_user_id: userId } = message
  const customer = from ?? userId
  if (typeof id !== 'string' || typeof customer !== 'string' || !customer) return

  const chat = state.chats.open(phoneNumberId, customer)
  const contact = contacts.find((one) => one.wa_id === from || one.user_id === userId)
  const name = objectIn(contact, 'profile').name
  if (typeof name === 'string') chat.name = name
  if (typeof userId === 'string') chat.userId = userId

  if (message.type === 'reaction') react(state, objectIn(message, 'reaction'))
  else if (message.type === 'edit') edit(state, objectIn(message, 'edit'))
  else if (message.type === 'revoke') revoke(state, objectIn(message, 'revoke'))
  else {
    state.chats.add(chat, bubble(message, id, state.now()))
    chat.lastWroteAt = state.now().toISOString()
  }
  state.events.tell('chat', { phoneNumberId, customer: chat.customer })
}

function react(state: State, reaction: Json): void {
  const target = state.chats.message(String(reaction.message_id))
  if (!target) return
  const { emoji } = reaction
  if (typeof emoji === 'string' && emoji) target.message.reactions.customer = emoji
  else delete target.message.reactions.customer
}

function edit(state: State, { original_message_id: id, message: said }: Json): void {
  const known = state.chats.message(String(id))
  const message = isObject(said) ? said : {}
  const type = String(message.type)
  if (known) Object.assign(known.message, { text: textOf(type, message), content: message[type] ?? null, edited: true })
}

function revoke(state: State, { original_message_id: id }: Json): void {
  const known = state.chats.message(String(id))
  if (known) Object.assign(known.message, { text: null, content: null, revoked: true })
}

function bubble(message: Json, id: string, at: Date): ChatMessage {
  const type = String(message.type)
  return {
    id,
    side: 'customer',
    type,
    text: textOf(type, message),
    content: message[type] ?? null,
    at: at.toISOString(),
    replyTo: stringIn(objectIn(message, 'context'), 'id'),
    status: 'sent',
    error: null,
    reactions: {},
  }
}
