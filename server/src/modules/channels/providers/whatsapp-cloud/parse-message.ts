import type { InboundMessage } from '../../inbound/hands.ts'
import { idOf, isObject, type JsonObject, textOf } from './json.ts'
import { kept, malformed, type Parcel, type Scene, wordFor } from './parcel.ts'
import { parseSystem } from './parse-system.ts'
import { readTime } from './read-time.ts'
import { writerOf } from './writer.ts'

const day = 24 * 60 * 60_000

// What a customer says opens the day in which we may answer freely. A reaction does not, nor does what nobody knows yet.
const opening = [
  ...['text', 'image', 'video', 'audio', 'document', 'sticker', 'location', 'contacts'],
  ...['interactive', 'button', 'order', 'unsupported'],
]
// These change or accompany other messages; they make no bubble.
const noBubble = ['edit', 'revoke', 'request_welcome']

/** What a customer wrote, or what WhatsApp says about the customer. */
export function parseMessage(item: JsonObject, scene: Scene): Parcel {
  const id = idOf(item.id)
  if (id === undefined) return malformed('message', item, 'a message without an id')
  const type = wordFor(item.type)
  if (type === 'system') return parseSystem(item)
  if (noBubble.includes(type)) return kept(type, item)
  // Somebody's group is nobody's conversation with us.
  if (item.group_id !== undefined) return kept('group_message', item)

  const message = readMessage(id, type, item, scene)
  return { kind: 'message', identity: id, meaning: { is: 'message', message }, content: item }
}

function readMessage(id: string, type: string, item: JsonObject, { contacts, receivedAt }: Scene): InboundMessage {
  const saidAt = readTime(item.timestamp, receivedAt)
  // Voice notes were a type of their own once.
  const kind = type === 'voice' ? 'audio' : type
  const content = type === 'voice' && isObject(item.voice) ? { ...item.voice, voice: true } : ownOf(item, type)
  return {
    providerMessageId: id,
    saidAt,
    ...writerOf(item, contacts),
    kind,
    text: textIn(kind, content),
    details: detailsOf(kind, content, item),
    opensWindow: opening.includes(kind) && !isPermission(content),
    late: receivedAt.getTime() - saidAt.getTime() > day,
  }
}

function ownOf(item: JsonObject, type: string): unknown {
  return Object.hasOwn(item, type) ? item[type] : undefined
}

/** The words a person would read out: what was typed, the caption, the label of the chosen button or row. */
function textIn(kind: string, content: unknown): string | null {
  if (!isObject(content)) return null
  const reply = [content.button_reply, content.list_reply].find(isObject)
  switch (kind) {
    case 'text':
      return textOf(content.body) ?? null
    case 'button':
      return textOf(content.text) ?? null
    case 'interactive':
      return textOf(reply?.title) ?? null
    case 'image':
    case 'video':
    case 'document':
      return textOf(content.caption) ?? null
    default:
      return null
  }
}

/** The content as it came, beside what may go with any message: the message it answers, the advertisement, errors. */
function detailsOf(kind: string, content: unknown, item: JsonObject): Record<string, unknown> | null {
  const isPlainText = kind === 'text' && isObject(content) && textOf(content.body) !== undefined
  const own = isPlainText || content === undefined ? {} : isObject(content) ? content : { [kind]: content }
  const beside = Object.fromEntries(
    ['context', 'referral', 'identity', 'errors'].flatMap((key) => (item[key] === undefined ? [] : [[key, item[key]]])),
  )
  const details = { ...own, ...beside }
  return Object.keys(details).length > 0 ? details : null
}

/** Leave to call is consent, not conversation. */
function isPermission(content: unknown): boolean {
  return isObject(content) && content.type === 'call_permission_reply'
}
