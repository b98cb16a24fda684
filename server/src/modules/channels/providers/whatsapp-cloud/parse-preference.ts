import { type JsonObject, textOf } from '../../inbound/json.ts'
import { kept, type Parcel } from '../../inbound/parcel.ts'
import { readTime } from './read-time.ts'
import type { Scene } from './scene.ts'
import { writerOf } from './writer.ts'

/** What somebody chose in WhatsApp itself about a business's marketing. Any other choice is kept for later. */
export function parsePreference(item: JsonObject, scene: Scene): Parcel {
  const parcel = kept('preference', item)
  const state = states[textOf(item.value)?.toLowerCase() ?? '']
  const { from } = writerOf(item, scene.contacts)
  const isKnown = from.phone !== undefined || from.whatsappUserId !== undefined
  if (!state || !isKnown || textOf(item.category) !== 'marketing_messages') return parcel
  const words = textOf(item.detail)?.trim() || `WhatsApp: ${textOf(item.value)} marketing messages`
  const at = readTime(item.timestamp, scene.receivedAt)
  return { ...parcel, meaning: { is: 'preference', preference: { from, state, words, at } } }
}

const states: Readonly<Record<string, 'granted' | 'withdrawn'>> = {
  stop: 'withdrawn',
  resume: 'granted',
  signup: 'granted',
}
