import { isObject, listIn, objectIn, stringIn } from '../read-json.ts'
import type { Chat, ChatMessage, Json } from '../types.ts'
import { invalid, notFound } from './refusal.ts'
import { choice, samples } from './samples.ts'

/** The WhatsApp message behind what was done on the phone: `{ text }`, `{ sample }`, `{ reaction }` or `{ choice }`. */
export function writeMessage(wish: unknown, chat: Chat | undefined): Json {
  const { text, sample, reaction, choice: tap, replyTo } = isObject(wish) ? wish : {}
  if (isObject(reaction)) return react(reaction, chat)
  if (isObject(tap)) return tapOn(tap, chat)
  if (sample !== undefined) return takeSample(sample)
  const context = replyTo === undefined ? {} : { context: { id: getMessage(chat, replyTo).id } }
  return { ...context, type: 'text', text: { body: checkedText(text) } }
}

function checkedText(text: unknown): string {
  if (typeof text !== 'string' || !text.trim()) throw invalid('text', 'Write something first.')
  if ([...text].length > 4096) throw invalid('text', 'A message has at most 4,096 characters.')
  return text.trim()
}

function takeSample(name: unknown): Json {
  const sample = typeof name === 'string' && Object.hasOwn(samples, name) ? samples[name] : undefined
  if (!sample) throw invalid('sample', `Choose one of ${Object.keys(samples).join(', ')}.`)
  return sample.message()
}

function react({ messageId, emoji }: Json, chat: Chat | undefined): Json {
  if (typeof emoji !== 'string' || [...emoji].length > 10) throw invalid('reaction.emoji', 'Choose one emoji.')
  return { type: 'reaction', reaction: { message_id: getMessage(chat, messageId).id, emoji } }
}

function tapOn({ messageId, id }: Json, chat: Chat | undefined): Json {
  const message = getMessage(chat, messageId)
  const context = { context: { id: message.id } }
  const action = objectIn(message.content, 'action')
  const button = listIn(action, 'buttons')
    .map((one) => objectIn(one, 'reply'))
    .find((reply) => reply.id === id)
  if (button) return { ...context, type: 'interactive', interactive: tapped('button_reply', button) }

  const row = listIn(action, 'sections')
    .flatMap((section) => listIn(section, 'rows'))
    .find((one) => one.id === id)
  if (row) return { ...context, type: 'interactive', interactive: tapped('list_reply', row) }
  throw notFound('button')
}

function tapped(type: 'button_reply' | 'list_reply', option: Json): Json {
  return choice(type, String(option.id), String(option.title), stringIn(option, 'description') ?? undefined)
}

function getMessage(chat: Chat | undefined, id: unknown): ChatMessage {
  const message = chat?.messages.find((one) => one.id === id)
  if (!message) throw notFound('message')
  return message
}
