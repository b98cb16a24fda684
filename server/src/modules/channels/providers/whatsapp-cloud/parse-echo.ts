import { phoneMatchKey } from '#lib/phone'
import { idOf, type JsonObject, textOf } from '../../inbound/json.ts'
import { kept, malformed, type Parcel, wordFor } from '../../inbound/parcel.ts'
import { parseLaterChange } from './parse-later-change.ts'
import { readMessage } from './parse-message.ts'
import type { Scene } from './scene.ts'
import { writerOf } from './writer.ts'

/**
 * What the business wrote in WhatsApp's own app on its phone. The customer is whichever of the two sides is not the number
 * itself; numbers may be written with or without the digits some countries add.
 */
export function parseEcho(item: JsonObject, scene: Scene): Parcel {
  const id = idOf(item.id)
  if (id === undefined) return malformed('echo', item, 'an echo without an id')
  if (item.group_id !== undefined) return kept('group_message', item)
  const customer = customerOf(item, scene.ours)
  const writer = writerOf({ from: customer, from_user_id: item.to_user_id }, scene.contacts)
  const type = wordFor(item.type)
  if (type === 'system' || type === 'request_welcome') return kept('echo', item)
  if (type === 'edit' || type === 'revoke') return parseLaterChange(id, type, 'business', item, { ...scene, writer })

  const message = { ...readMessage(id, type, item, { ...scene, writer }), opensWindow: false }
  return { kind: 'echo', identity: id, meaning: { is: 'echo', message }, content: item }
}

function customerOf({ to, from }: JsonObject, ours: readonly string[]): string | undefined {
  const own = ours.map(phoneMatchKey).filter((key) => key !== '')
  return [to, from].flatMap((side) => textOf(side) ?? []).find((side) => !own.includes(phoneMatchKey(side)))
}
