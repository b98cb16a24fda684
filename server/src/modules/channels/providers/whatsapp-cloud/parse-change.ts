import { storableJson } from '#lib/storable-text'
import { idOf, isDeeperThan, isObject, type JsonObject, mostLevels, textOf } from '../../inbound/json.ts'
import { kept, malformed, type Parcel, wordFor } from '../../inbound/parcel.ts'
import { parseEcho } from './parse-echo.ts'
import { parseMessage } from './parse-message.ts'
import { parsePreference } from './parse-preference.ts'
import { parseReport } from './parse-report.ts'
import { parseStatus } from './parse-status.ts'
import { parseUserIdUpdate } from './parse-system.ts'
import { readError } from './read-error.ts'
import type { Scene } from './scene.ts'

type Parse = (item: JsonObject, scene: Scene) => Parcel

// The lists a change may hold, and what becomes of their items.
const lists: Readonly<Record<string, Parse>> = {
  messages: parseMessage,
  statuses: parseStatus,
  errors: (error) => ({ ...kept('trouble', error), meaning: { is: 'trouble', error: readError(error) } }),
  message_echoes: parseEcho,
  calls: (call) => kept('call', call),
  user_preferences: parsePreference,
  history: (part) => kept('history', part),
  state_sync: (part) => kept('state_sync', part),
  user_id_update: parseUserIdUpdate,
}
// What stands beside the lists and says nothing by itself.
const setting = ['messaging_product', 'metadata', 'contacts', ...Object.keys(lists)]

/** The items of one change. A change that is about something else is an item itself; an empty one is legal. */
export function parseChange(change: unknown, entry: JsonObject, receivedAt: Date): Parcel[] {
  if (!isObject(change) || !isObject(change.value)) return [malformed('change', change, 'a change without a value')]
  const { value } = change
  const field = wordFor(change.field)
  const metadata = isObject(value.metadata) ? value.metadata : {}
  const scene: Scene = {
    contacts: Array.isArray(value.contacts) ? value.contacts : [],
    ours: [metadata.display_phone_number, metadata.phone_number_id].flatMap((one) => textOf(one) ?? []),
    receivedAt,
  }
  // What was said before the number was connected, in whatever list it comes, is not said now.
  const asHistory: Parse | undefined = field === 'history' ? (item) => kept('history', item) : undefined
  const items = Object.entries(lists).flatMap(([name, parse]) =>
    parseList(name, value[name], asHistory ?? parse, scene),
  )

  const saysMore = Object.keys(value).some((key) => !setting.includes(key))
  const isSomethingElse = items.length === 0 && (saysMore || field !== 'messages')
  // The entry's id and time tell two equal events apart from one that came twice.
  const whole = { id: entry.id, time: entry.time, ...change }
  const phoneNumberId = idOf(metadata.phone_number_id)
  return [
    ...items,
    ...(isSomethingElse
      ? [carefully(field, whole, scene, (item) => parseReport(field, item, entry, receivedAt) ?? kept(field, item))]
      : []),
  ].map((parcel) => ({ ...parcel, ...(phoneNumberId === undefined ? {} : { line: phoneNumberId }) }))
}

function parseList(name: string, list: unknown, parse: Parse, scene: Scene): Parcel[] {
  if (list === undefined || list === null) return []
  if (!Array.isArray(list)) return [carefully(name, list, scene, () => malformed(name, list, 'not a list'))]
  return list.map((item: unknown) => carefully(name, item, scene, parse))
}

/** Reads one item so that nothing in it can harm its neighbours. */
function carefully(list: string, item: unknown, scene: Scene, parse: Parse): Parcel {
  if (isDeeperThan(item, mostLevels)) return malformed(list, null, 'nested too deeply')
  const storable = storableJson(item)
  return isObject(storable) ? parse(storable, scene) : malformed(list, storable, 'not an object')
}
