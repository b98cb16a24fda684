import { createHash, randomBytes } from 'node:crypto'

/** A message id of Meta's making: base64 behind `wamid.`, so slashes, pluses and equals signs occur in it. */
export function newMessageId(customer: string): string {
  const length = String.fromCharCode(customer.length)
  return `wamid.${Buffer.concat([Buffer.from(`\x1d\x05${length}${customer}\x15\x02`, 'latin1'), randomBytes(18)]).toString('base64')}`
}

/** The same conversation id for everything said to one customer on one day. */
export function conversationId(phoneNumberId: string, customer: string, at: Date): string {
  const day = at.toISOString().slice(0, 10)
  return createHash('sha256').update(`${phoneNumberId}/${customer}/${day}`).digest('hex').slice(0, 32)
}

export function newTraceId(): string {
  return `A${randomBytes(16).toString('base64url')}`
}
