import type { Chat, ChatMessage, Chats, Persona } from './types.ts'
import { isUserId, whatsappIdOf } from './whatsapp-id.ts'

/** Every chat between a customer and a business number, and the personas one can be. */
export class ChatBook implements Chats {
  readonly #chats = new Map<string, Chat>()
  readonly #messages = new Map<string, { chat: Chat; message: ChatMessage }>()
  readonly #onPerson: (persona: Persona) => void
  #personas: Persona[]

  constructor(personas: readonly Persona[], onPerson: (persona: Persona) => void) {
    this.#personas = [...personas]
    this.#onPerson = onPerson
  }

  get all(): readonly Chat[] {
    return [...this.#chats.values()]
  }

  get personas(): readonly Persona[] {
    return this.#personas
  }

  addPersona(persona: Persona): void {
    if (this.#personas.some((known) => known.id === persona.id)) return
    this.#personas = [...this.#personas, persona]
    this.#onPerson(persona)
  }

  /** By number in any of its spellings, or by user id. */
  find(phoneNumberId: string, customer: string): Chat | undefined {
    const known = this.#chats.get(keyOf(phoneNumberId, customer))
    if (known || !isUserId(customer)) return known
    return this.all.find((chat) => chat.phoneNumberId === phoneNumberId && chat.userId === customer)
  }

  open(phoneNumberId: string, customer: string): Chat {
    const known = this.find(phoneNumberId, customer)
    if (known) return known
    const id = isUserId(customer) ? customer : whatsappIdOf(customer)
    const chat: Chat = {
      phoneNumberId,
      customer: id,
      name: null,
      userId: isUserId(customer) ? customer : null,
      lastWroteAt: null,
      messages: [],
    }
    return this.restore(chat)
  }

  restore(chat: Chat): Chat {
    this.#chats.set(keyOf(chat.phoneNumberId, chat.customer), chat)
    for (const message of chat.messages) this.#messages.set(message.id, { chat, message })
    return chat
  }

  add(chat: Chat, message: ChatMessage): void {
    if (this.#messages.has(message.id)) return
    chat.messages.push(message)
    this.#messages.set(message.id, { chat, message })
  }

  /** A message stands where it arrived, not where it was sent: others may have overtaken it. */
  moveToEnd(id: string): void {
    const known = this.#messages.get(id)
    if (!known) return
    known.chat.messages.splice(known.chat.messages.lastIndexOf(known.message), 1)
    known.chat.messages.push(known.message)
  }

  message(id: string): { chat: Chat; message: ChatMessage } | undefined {
    return this.#messages.get(id)
  }
}

function keyOf(phoneNumberId: string, customer: string): string {
  return `${phoneNumberId}/${isUserId(customer) ? customer : whatsappIdOf(customer)}`
}
