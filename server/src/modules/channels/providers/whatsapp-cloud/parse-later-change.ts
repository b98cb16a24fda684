import type { InboundChange } from '../../inbound/hands.ts'
import { idOf, isObject, type JsonObject } from '../../inbound/json.ts'
import { kept, type Parcel } from '../../inbound/parcel.ts'
import { detailsOf, textIn } from './read-content.ts'
import { readTime } from './read-time.ts'
import type { Told } from './scene.ts'

/** A message that edits or takes back an earlier one. One that does not say which, or what it says now, is kept. */
export function parseLaterChange(
  id: string,
  type: 'edit' | 'revoke',
  by: 'customer' | 'business',
  item: JsonObject,
  { writer, receivedAt }: Told,
): Parcel {
  const content = isObject(item[type]) ? item[type] : {}
  const aboutProviderId = idOf(content.original_message_id) ?? idOf(item.original_message_id)
  const to = type === 'revoke' ? 'revoked' : readNew(content)
  if (aboutProviderId === undefined || to === undefined) return kept(type, item)

  const at = readTime(item.timestamp, receivedAt)
  const change = { providerMessageId: id, aboutProviderId, at, ...writer, to }
  return { kind: type, identity: id, meaning: { is: 'change', by, change }, content: item }
}

/** What the message says from now on: a message within the edit, or the edit's own text. */
function readNew(edit: JsonObject): InboundChange['to'] | undefined {
  const said = [edit.message, edit].filter(isObject).find((one) => isObject(one[kindOf(one)]))
  if (!said) return undefined
  const kind = kindOf(said)
  const content = said[kind]
  return { text: textIn(kind, content), details: detailsOf(kind, content, said) }
}

function kindOf({ type }: JsonObject): string {
  return typeof type === 'string' ? type : 'text'
}
