import { phoneMatchKey } from '#lib/phone'
import type { InboundMessage } from '../../inbound/hands.ts'
import { isObject, type JsonObject, textOf } from '../../inbound/json.ts'

export type Writer = Pick<InboundMessage, 'from' | 'profileName' | 'username'>

/**
 * Who wrote an item. Its own words win; the rest comes from the contact with the same id, wherever it stands in the list.
 * Either id may be missing, and `from` may hold a user id.
 */
export function writerOf(item: JsonObject, contacts: readonly unknown[]): Writer {
  const own = [item.wa_id, item.from, item.from_user_id, item.user_id].flatMap(idIn)
  const contact = contacts.filter(isObject).find((one) => isSame(own, [one.wa_id, one.user_id].flatMap(idIn)))
  const ids = [...own, ...[contact?.wa_id, contact?.user_id].flatMap(idIn)]

  const phone = ids.map(asPhone).find((found) => found !== undefined)
  const whatsappUserId = ids.find(isUserId)
  const profile = isObject(contact?.profile) ? contact.profile : {}
  const profileName = textOf(profile.name)
  const username = textOf(profile.username)
  return {
    from: { ...(phone === undefined ? {} : { phone }), ...(whatsappUserId === undefined ? {} : { whatsappUserId }) },
    ...(profileName === undefined ? {} : { profileName }),
    ...(username === undefined ? {} : { username }),
  }
}

/** WhatsApp writes numbers as bare digits. They are taken as they are: it has reached people by them. */
export function asPhone(id: unknown): string | undefined {
  return typeof id === 'string' && /^\+?[1-9]\d{6,14}$/.test(id) ? `+${id.replace('+', '')}` : undefined
}

/** A number may be written as text or as a number. */
function idIn(written: unknown): string[] {
  if (typeof written === 'number' && Number.isSafeInteger(written)) return [String(written)]
  return typeof written === 'string' ? [written] : []
}

function isUserId(id: string): boolean {
  return /^[A-Z]{2}\.[A-Za-z0-9]{1,128}$/.test(id)
}

/** The same number may be written with and without the digit that some countries add. */
function isSame(own: readonly string[], others: readonly string[]): boolean {
  const keys = own.map(keyOf)
  return others.some((other) => keys.includes(keyOf(other)))
}

function keyOf(id: string): string {
  const phone = asPhone(id)
  return phone ? phoneMatchKey(phone) : id
}
