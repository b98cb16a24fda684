import type { InboundMessage } from '../../inbound/hands.ts'
import { idOf, isObject, type JsonObject } from '../../inbound/json.ts'
import { kept, malformed, type Parcel, wordFor } from '../../inbound/parcel.ts'
import { parseLaterChange } from './parse-later-change.ts'
import { parseSystem } from './parse-system.ts'
import { detailsOf, ownOf, readReaction, textIn } from './read-content.ts'
import { readTime } from './read-time.ts'
import type { Scene, Told } from './scene.ts'
import { writerOf } from './writer.ts'

const day = 24 * 60 * 60_000

// What a customer says opens the day in which we may answer freely. A reaction does not, nor does what nobody knows yet.
const opening = [
  ...['text', 'image', 'video', 'audio', 'document', 'sticker', 'location', 'contacts'],
  ...['interactive', 'button', 'order', 'unsupported'],
]

/** What a customer wrote, or what WhatsApp says about the customer. */
export function parseMessage(item: JsonObject, scene: Scene): Parcel {
  const id = idOf(item.id)
  if (id === undefined) return malformed('message', item, 'a message without an id')
  const type = wordFor(item.type)
  if (type === 'system') return parseSystem(item)
  // It greets nobody yet: the customer has only opened the chat.
  if (type === 'request_welcome') return kept(type, item)
  // Somebody's group is nobody's conversation with us.
  if (item.group_id !== undefined) return kept('group_message', item)
  const writer = writerOf(item, scene.contacts)
  if (type === 'edit' || type === 'revoke') return parseLaterChange(id, type, 'customer', item, { ...scene, writer })

  const message = readMessage(id, type, item, { ...scene, writer })
  return { kind: 'message', identity: id, meaning: { is: 'message', message }, content: item }
}

/** What was said, whoever of the two said it. */
export function readMessage(id: string, type: string, item: JsonObject, { writer, receivedAt }: Told): InboundMessage {
  const saidAt = readTime(item.timestamp, receivedAt)
  const kind = kindOf(type, item)
  const content = type === 'voice' && isObject(item.voice) ? { ...item.voice, voice: true } : ownOf(item, type)
  const quotes = isObject(item.context) ? idOf(item.context.id) : undefined
  const reaction = kind === 'reaction' && isObject(content) ? readReaction(content) : undefined
  return {
    providerMessageId: id,
    saidAt,
    ...writer,
    kind,
    text: textIn(kind, content),
    details: detailsOf(kind, content, item),
    opensWindow: opening.includes(kind) && !isPermission(content),
    late: receivedAt.getTime() - saidAt.getTime() > day,
    ...(quotes === undefined ? {} : { quotes }),
    ...(reaction === undefined ? {} : { reaction }),
  }
}

/** Voice notes were a type of their own once, and what WhatsApp does not pass on was called unknown. */
function kindOf(type: string, { errors }: JsonObject): string {
  if (type === 'voice') return 'audio'
  const isNotPassedOn = Array.isArray(errors) && errors.some((error) => isObject(error) && error.code === 131051)
  return type === 'unknown' && isNotPassedOn ? 'unsupported' : type
}

/** Leave to call is consent, not conversation. */
function isPermission(content: unknown): boolean {
  return isObject(content) && content.type === 'call_permission_reply'
}
