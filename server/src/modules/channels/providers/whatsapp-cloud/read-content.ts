import type { Reaction } from '../../inbound/hands.ts'
import { idOf, isObject, type JsonObject, textOf } from '../../inbound/json.ts'

/** An empty emoji takes a reaction back, and so does none. */
export function readReaction(content: JsonObject): Reaction | undefined {
  const aboutProviderId = idOf(content.message_id)
  return aboutProviderId === undefined ? undefined : { aboutProviderId, emoji: textOf(content.emoji) || null }
}

export function ownOf(item: JsonObject, type: string): unknown {
  return Object.hasOwn(item, type) ? item[type] : undefined
}

/** The words a person would read out: what was typed, the caption, the label of the chosen button or row. */
export function textIn(kind: string, content: unknown): string | null {
  if (!isObject(content)) return null
  const reply = [content.button_reply, content.list_reply].find(isObject)
  switch (kind) {
    case 'text':
      return textOf(content.body) ?? null
    case 'button':
      return textOf(content.text) ?? null
    case 'interactive':
      return textOf(reply?.title) ?? null
    case 'order':
      return textOf(content.text) || null
    case 'image':
    case 'video':
    case 'document':
      return textOf(content.caption) ?? null
    default:
      return null
  }
}

/** The content as it came, beside what may go with any message: the message it answers, the advertisement, errors. */
export function detailsOf(kind: string, content: unknown, item: JsonObject): Record<string, unknown> | null {
  const isPlainText = kind === 'text' && isObject(content) && textOf(content.body) !== undefined
  const own = isPlainText || content === undefined ? {} : isObject(content) ? content : { [kind]: content }
  const beside = Object.fromEntries(
    ['context', 'referral', 'identity', 'errors'].flatMap((key) => (item[key] === undefined ? [] : [[key, item[key]]])),
  )
  const details = { ...own, ...beside }
  return Object.keys(details).length > 0 ? details : null
}
