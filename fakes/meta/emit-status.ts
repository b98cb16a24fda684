import { statusEnvelope } from './envelope.ts'
import type { Letter } from './postman.ts'
import type { State } from './state.ts'
import type { BusinessNumber, ChatMessage, SentMessage, StatusWish } from './types.ts'
import { isUserId, whatsappIdOf } from './whatsapp-id.ts'

const order = ['accepted', 'sent', 'failed', 'delivered', 'read', 'played'] as const

/** Moves the bubble on the customer's phone and puts the receipt's webhook on the way. */
export function emitStatus(state: State, wish: StatusWish): { firstTry: Promise<Letter>; end: Promise<Letter> } {
  const sent = state.sentById.get(wish.messageId)
  const number = numberFor(state, wish, sent)
  const customer = customerFor(wish, sent)
  const chat = state.chats.find(number.phoneNumberId, customer)
  const known = state.chats.message(wish.messageId)

  if (known && advance(known.message, wish)) {
    if (wish.status === 'delivered') state.chats.moveToEnd(wish.messageId)
    state.events.tell('chat', { phoneNumberId: number.phoneNumberId, customer: known.chat.customer })
  }
  const payload = statusEnvelope(number, wish, { customer, chat, sent, at: wish.at ?? state.now() })
  return state.postman.send({ number, payload, messageId: wish.messageId })
}

function numberFor(state: State, wish: StatusWish, sent: SentMessage | undefined): BusinessNumber {
  const id = wish.phoneNumberId ?? sent?.phoneNumberId
  const number = id === undefined ? [...state.numbers.values()][0] : state.numbers.get(id)
  if (!number) throw new Error(`No number to send the receipt of ${wish.messageId} for. Add it with addNumber.`)
  return number
}

function customerFor(wish: StatusWish, sent: SentMessage | undefined): string {
  const to = wish.to ?? sent?.to ?? '15550100'
  return isUserId(to) ? to : whatsappIdOf(to)
}

function advance(message: ChatMessage, { status, error }: StatusWish): boolean {
  if (order.indexOf(status) <= order.indexOf(message.status)) return false
  message.status = status
  message.error = status === 'failed' ? (error ?? null) : null
  return true
}
