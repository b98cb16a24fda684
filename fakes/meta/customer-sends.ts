import { messageEnvelope } from './envelope.ts'
import { newMessageId } from './ids.ts'
import { fileMessage } from './media/customer-file.ts'
import { noteInbound } from './note-inbound.ts'
import type { Letter } from './postman.ts'
import type { State } from './state.ts'
import type { BusinessNumber, CustomerMessage, Json } from './types.ts'

/** Puts the customer's message into the chat and its signed webhook on the way. Resolves with the end of the delivery. */
export async function customerSends(state: State, number: BusinessNumber, wish: CustomerMessage): Promise<Letter> {
  if (!wish.from && !wish.userId) throw new Error('A customer needs a number or a user id to write from.')

  const contact = contactOf(wish)
  const message = messageOf(state, wish)
  const payload = messageEnvelope(number, contact, message)
  noteInbound(state, payload)
  return state.postman.send({ number, payload, messageId: String(message.id) }).end
}

function contactOf({ from, name, userId }: CustomerMessage): Json {
  return {
    ...(name ? { profile: { name } } : {}),
    ...(from ? { wa_id: digitsOf(from) } : {}),
    ...(userId ? { user_id: userId } : {}),
  }
}

function messageOf(state: State, { phoneNumberId, from, userId, text, message, file }: CustomerMessage): Json {
  return {
    ...(from ? { from: digitsOf(from) } : {}),
    ...(userId ? { from_user_id: userId } : {}),
    id: newMessageId(from ? digitsOf(from) : String(userId)),
    timestamp: String(Math.floor(state.now().getTime() / 1000)),
    ...(file ? fileMessage(state, phoneNumberId, file) : undefined),
    ...(message ?? (file ? {} : { type: 'text', text: { body: text ?? '' } })),
  }
}

function digitsOf(number: string): string {
  return number.replace(/\D/g, '')
}
