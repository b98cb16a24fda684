import type { InboundMessage } from '#channels'

/** Where the other side of a message is reached: by number where it is known, else by WhatsApp's own id or by mail. */
export function addressOf({ from, providerMessageId }: InboundMessage): { kind: string; value: string } {
  if (from.phone) return { kind: 'phone', value: from.phone }
  if (from.whatsappUserId) return { kind: 'whatsapp_user_id', value: from.whatsappUserId }
  if (from.email) return { kind: 'email', value: from.email }
  throw new Error(`the message ${providerMessageId} has no sender to answer`)
}
