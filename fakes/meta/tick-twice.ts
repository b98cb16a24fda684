import type { State } from './state.ts'
import type { WebhookDelivery } from './types.ts'

/** The customer's message gets its second tick once the business has taken the webhook. */
export function tickTwice(state: State, { delivered, messageId }: WebhookDelivery): void {
  const known = delivered && messageId ? state.chats.message(messageId) : undefined
  if (known?.message.side !== 'customer' || known.message.status !== 'sent') return
  known.message.status = 'delivered'
  state.events.tell('chat', { phoneNumberId: known.chat.phoneNumberId, customer: known.chat.customer })
}
