import { isObject, listIn, objectIn, stringIn } from '../read-json.ts'
import type { BusinessNumber, Chat, ChatMessage, Json } from '../types.ts'
import { invalid, notFound } from './refusal.ts'
import { choice, samples } from './samples.ts'

/**
 * The WhatsApp message behind what was done on the phone, and the file it carries: `{ text }`, `{ sample }`, `{ reaction }`, `{ choice }`, `{ edit }` or
 * `{ revoke }`.
 */
export function writeMessage(wish: unknown, chat: Chat | undefined, number: BusinessNumber): Json {
  const { text, sample, reaction, choice: tap, edit, revoke, replyTo } = isObject(wish) ? wish : {}
  if (isObject(reaction)) return react(reaction, chat)
  if (isObject(tap)) return tapOn(tap, chat, number)
  if (isObject(edit)) return editOwn(edit, chat)
  if (isObject(revoke)) return takeBack(revoke, chat)
  const context = replyTo === undefined ? {} : answering(getMessage(chat, replyTo), chat, number)
  if (sample !== undefined) return { ...context, ...takeSample(sample) }
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
  return 'file' in sample ? { file: sample.file() } : sample.message()
}

function react({ messageId, emoji }: Json, chat: Chat | undefined): Json {
  if (typeof emoji !== 'string' || [...emoji].length > 10) throw invalid('reaction.emoji', 'Choose one emoji.')
  return { type: 'reaction', reaction: { message_id: getMessage(chat, messageId).id, emoji } }
}

function editOwn({ messageId, text }: Json, chat: Chat | undefined): Json {
  const message = getOwn(chat, messageId)
  if (message.type !== 'text') throw invalid('edit', 'Only a text can be edited.')
  const body = checkedText(text)
  return {
    type: 'edit',
    edit: { original_message_id: message.id, message: { type: 'text', text: { body } } },
  }
}

function takeBack({ messageId }: Json, chat: Chat | undefined): Json {
  return { type: 'revoke', revoke: { original_message_id: getOwn(chat, messageId).id } }
}

/** What is answered, with whoever wrote it, as WhatsApp tells it. */
function answering({ id, side }: ChatMessage, chat: Chat | undefined, number: BusinessNumber): Json {
  const from = side === 'business' ? number.displayPhoneNumber.replace(/\D/g, '') : chat?.customer
  return { context: { from, id } }
}

function tapOn({ messageId, id }: Json, chat: Chat | undefined, number: BusinessNumber): Json {
  const message = getMessage(chat, messageId)
  const context = answering(message, chat, number)
  const action = objectIn(message.content, 'action')
  if (action.name === 'send_location' && id === 'send_location') return { ...context, ...takeSample('location') }
  const button = listIn(action, 'buttons')
    .map((one) => objectIn(one, 'reply'))
    .find((reply) => reply.id === id)
  if (button) return { ...context, type: 'interactive', interactive: tapped('button_reply', button) }

  const quickReply = listIn(message.content, 'buttons').find((one) => one.type === 'QUICK_REPLY' && one.text === id)
  if (quickReply) return { ...context, type: 'button', button: { payload: id, text: id } }

  const row = listIn(action, 'sections')
    .flatMap((section) => listIn(section, 'rows'))
    .find((one) => one.id === id)
  if (row) return { ...context, type: 'interactive', interactive: tapped('list_reply', row) }
  throw notFound('button')
}

function tapped(type: 'button_reply' | 'list_reply', option: Json): Json {
  return choice(type, String(option.id), String(option.title), stringIn(option, 'description') ?? undefined)
}

function getOwn(chat: Chat | undefined, id: unknown): ChatMessage {
  const message = getMessage(chat, id)
  if (message.side !== 'customer' || message.revoked) throw notFound('message of yours')
  return message
}

function getMessage(chat: Chat | undefined, id: unknown): ChatMessage {
  const message = chat?.messages.find((one) => one.id === id)
  if (!message) throw notFound('message')
  return message
}
