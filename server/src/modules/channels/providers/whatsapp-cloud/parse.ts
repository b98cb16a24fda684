import { isObject } from '../../inbound/json.ts'
import { malformed, type Parcel } from '../../inbound/parcel.ts'
import { parseChange } from './parse-change.ts'

/**
 * Takes a webhook apart into its items, each on its own. Whatever came was signed by Meta, so nothing is refused: what is
 * not understood is kept, what is not what it should be is kept with the reason.
 */
export function parse(body: Buffer, receivedAt: Date): Parcel[] {
  const envelope = readJson(body)
  if (envelope === undefined) return [malformed('envelope', null, 'not JSON')]
  if (!isObject(envelope)) return [malformed('envelope', envelope, 'not a JSON object')]
  const { object = 'whatsapp_business_account', entry } = envelope
  if (object !== 'whatsapp_business_account') return [malformed('envelope', envelope, 'not about WhatsApp')]
  if (!Array.isArray(entry)) return [malformed('envelope', envelope, 'no list of entries')]

  return entry.flatMap((one: unknown) => {
    if (!isObject(one)) return [malformed('entry', one, 'an entry that is no object')]
    if (!Array.isArray(one.changes)) return [malformed('entry', one, 'an entry without a list of changes')]
    return one.changes.flatMap((change: unknown) => parseChange(change, one, receivedAt))
  })
}

/** Invalid UTF-8 becomes the replacement character, as it would on any screen; the bytes themselves stay stored. */
function readJson(body: Buffer): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8').decode(body))
  } catch {
    return undefined
  }
}
