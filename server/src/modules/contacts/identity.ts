import { phoneMatchKey } from '#lib/phone'

export type IdentityKind = 'phone' | 'whatsapp_user_id' | 'email'

/** One way a person writes to us, as it was written and in the one form it is matched by. */
export interface KnownBy {
  readonly kind: IdentityKind
  readonly value: string
  readonly matchKey: string
}

export function byPhone(e164: string): KnownBy {
  return { kind: 'phone', value: e164, matchKey: phoneMatchKey(e164) }
}

export function byEmail(address: string): KnownBy {
  return { kind: 'email', value: address, matchKey: address.toLowerCase() }
}

/** WhatsApp's id of a person towards one business. Parent ids and anything of another shape do not identify: undefined. */
export function byWhatsappUserId(id: string): KnownBy | undefined {
  const isUserId = /^[A-Z]{2}\.[A-Za-z0-9]{1,128}$/.test(id)
  return isUserId ? { kind: 'whatsapp_user_id', value: id, matchKey: id } : undefined
}
