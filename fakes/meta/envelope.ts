import { conversationId } from './ids.ts'
import type { BusinessNumber, Chat, Json, SentMessage, StatusError, StatusWish } from './types.ts'

/** The webhook for one message of a customer. */
export function messageEnvelope(number: BusinessNumber, contact: Json, message: Json): object {
  return envelope(number, { contacts: [contact], messages: [message] })
}

/** The webhook for one receipt; what the sender asked to have echoed is on every one of them. */
export function statusEnvelope(number: BusinessNumber, wish: StatusWish, about: About): object {
  return envelope(number, { contacts: [recipientOf(about, true)], statuses: [statusOf(wish, about)] })
}

export interface About {
  customer: string
  chat: Chat | undefined
  sent: SentMessage | undefined
  at: Date
}

function envelope(number: BusinessNumber, particulars: Json): object {
  const metadata = {
    display_phone_number: number.displayPhoneNumber.replace(/^\+/, ''),
    phone_number_id: number.phoneNumberId,
  }
  const value = { messaging_product: 'whatsapp', metadata, ...particulars }
  return {
    object: 'whatsapp_business_account',
    entry: [{ id: number.wabaId, changes: [{ value, field: 'messages' }] }],
  }
}

function statusOf(wish: StatusWish, about: About): Json {
  const { sent, at } = about
  const failed = wish.status === 'failed'
  return {
    id: wish.messageId,
    status: wish.status,
    timestamp: String(Math.floor(at.getTime() / 1000)),
    ...recipientOf(about, false),
    ...(sent?.bizOpaqueCallbackData ? { biz_opaque_callback_data: sent.bizOpaqueCallbackData } : {}),
    ...(failed ? { errors: [errorOf(wish.error ?? undeliverable)] } : billing(wish, about)),
  }
}

function recipientOf({ customer, chat }: About, asContact: boolean): Json {
  const byNumber = customer !== chat?.userId
  return {
    ...(byNumber ? { [asContact ? 'wa_id' : 'recipient_id']: customer } : {}),
    ...(chat?.userId ? { [asContact ? 'user_id' : 'recipient_user_id']: chat.userId } : {}),
  }
}

function billing(wish: StatusWish, { customer, sent, at }: About): Json {
  const template = sent?.type === 'template'
  const category = template ? 'utility' : 'service'
  const tomorrow = String(Math.floor(at.getTime() / 1000) + 24 * 3600)
  return {
    conversation: {
      id: conversationId(sent?.phoneNumberId ?? '', customer, at),
      ...(wish.status === 'sent' ? { expiration_timestamp: tomorrow } : {}),
      origin: { type: category },
    },
    pricing: {
      billable: template,
      pricing_model: 'PMP',
      category,
      type: template ? 'regular' : 'free_customer_service',
    },
  }
}

const undeliverable: StatusError = {
  code: 131026,
  title: 'Message undeliverable',
  details: 'Message could not be delivered to this recipient.',
}

function errorOf({ code, title, details }: StatusError): Json {
  return {
    code,
    title,
    message: title,
    error_data: { details },
    href: 'https://developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes/',
  }
}
