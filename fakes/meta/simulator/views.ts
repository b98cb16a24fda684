import { isObject, listIn, objectIn } from '../read-json.ts'
import type { BusinessNumber, Chat, ChatMessage, FakeMeta, Json, Persona, WebhookDelivery } from '../types.ts'
import { textOf } from '../words.ts'

/** A chat as the phone lists it. */
export function chatRow(fake: FakeMeta, persona: Persona, number: BusinessNumber, typing: boolean) {
  const messages = visible(fake.chats.find(number.phoneNumberId, persona.phone))
  return {
    ...numberView(number),
    lastMessage: messages.at(-1) ?? null,
    unread: messages.filter(({ side, status }) => side === 'business' && status === 'delivered').length,
    typing,
  }
}

/** A chat as the phone opens it, oldest message first. */
export function chatView(fake: FakeMeta, persona: Persona, number: BusinessNumber, typing: boolean) {
  return {
    ...numberView(number),
    customer: customerView(persona),
    messages: visible(fake.chats.find(number.phoneNumberId, persona.phone)),
    typing,
  }
}

export function numberView({ phoneNumberId, name, displayPhoneNumber }: BusinessNumber) {
  return { phoneNumberId, name, displayPhoneNumber }
}

export function customerView({ id, name, phone }: Persona) {
  return { id, name, phone: `+${phone}` }
}

/** A webhook as the drawer shows it: what it was about, what was sent and how it was answered. */
export function webhookView(letter: WebhookDelivery) {
  const { id, createdAt, body, signature, attempts, status, delivered, finished } = letter
  return { id, createdAt, about: subjectOf(body), body, signature, attempts, status, delivered, finished }
}

/** A message of the business is on the phone once delivered; what failed never reaches it. */
function visible(chat: Chat | undefined): ChatMessage[] {
  const arrived = ['delivered', 'read', 'played']
  return (chat?.messages ?? []).filter(({ side, status }) => side === 'customer' || arrived.includes(status))
}

function subjectOf(body: string): string {
  const changes = listIn(parse(body), 'entry').flatMap((entry) => listIn(entry, 'changes'))
  const subjects = changes.flatMap((change) => {
    const value = objectIn(change, 'value')
    return [...listIn(value, 'messages').map(messageSubject), ...listIn(value, 'statuses').map(statusSubject)]
  })
  return subjects.join(', ') || 'Something else'
}

function messageSubject(message: Json): string {
  const type = String(message.type)
  const words = textOf(type, message)
  return words ? `Message: ${words.slice(0, 60)}` : `Message: ${type}`
}

function statusSubject(status: Json): string {
  return `Receipt: ${status.status}`
}

function parse(body: string): Json {
  try {
    const value: unknown = JSON.parse(body)
    return isObject(value) ? value : {}
  } catch {
    return {}
  }
}
