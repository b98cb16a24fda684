import { storableText } from '#lib/storable-text'
import type { InboundMessage, InboundReceipt } from '../../inbound/hands.ts'
import { idOf, type JsonObject } from '../../inbound/json.ts'
import { kept, malformed, type Parcel } from '../../inbound/parcel.ts'
import { readError } from './error-classes.ts'
import { consentIn } from './opt-out.ts'

/** What stands in the address of a report is kept with its bytes, as one more field. */
export const attemptField = 'FrontdeskAttempt'

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** A webhook of Twilio's is one form about one message: what a customer wrote, or what became of ours. */
export function parse(body: Buffer, receivedAt: Date): Parcel[] {
  const form = Object.fromEntries(
    [...new URLSearchParams(body.toString('utf8'))].map(([name, value]) => [name.slice(0, 100), storableText(value)]),
  )
  const id = idOf(form.MessageSid) ?? idOf(form.SmsSid) ?? idOf(form.SmsMessageSid)
  if (id === undefined) return [malformed('form', form, 'a form without a message’s id')]
  const status = (form.MessageStatus ?? form.SmsStatus ?? 'received').toLowerCase()
  const isInbound = status === 'received' || status === 'receiving'
  return [isInbound ? messageIn(id, form, receivedAt) : receiptIn(id, status, form, receivedAt)]
}

type Form = Readonly<Record<string, string>>

function messageIn(id: string, form: Form, receivedAt: Date): Parcel {
  const from = writerOf(form.From ?? '')
  // A short code or a name: some service's notice, from nobody who could be answered.
  if (!from) return kept('service_notice', form)
  const media = mediaIn(form)
  const text = form.Body || form.ButtonText || null
  const consent = consentIn(text, form.OptOutType ?? null)
  const message: InboundMessage = {
    providerMessageId: id,
    // Twilio does not say when it was written.
    saidAt: receivedAt,
    from,
    ...(form.ProfileName ? { profileName: form.ProfileName } : {}),
    kind: media.length > 0 ? 'mms' : 'text',
    text,
    details: media.length > 0 ? { media } : null,
    opensWindow: true,
    late: false,
    ...(consent ? { consent } : {}),
  }
  return { kind: 'message', identity: id, meaning: { is: 'message', message }, content: form }
}

/** Who wrote: a number, or WhatsApp's own id of a person where WhatsApp comes by way of Twilio. */
function writerOf(address: string): InboundMessage['from'] | undefined {
  const bare = address.replace(/^(whatsapp|rcs|messenger):/i, '').trim()
  const phone = /^\+?[1-9]\d{6,14}$/.test(bare) ? `+${bare.replace('+', '')}` : undefined
  if (phone) return { phone }
  const isUserId = /^[A-Z]{2}\.[A-Za-z0-9]{1,128}$/.test(bare) && /^whatsapp:/i.test(address)
  return isUserId ? { whatsappUserId: bare } : undefined
}

const mostMedia = 10

function mediaIn(form: Form): { url: string; type: string | null }[] {
  const count = Math.min(Number(form.NumMedia) || 0, mostMedia)
  return Array.from({ length: count }, (_, index) => index).flatMap((index) => {
    const url = form[`MediaUrl${index}`]
    return url ? [{ url, type: form[`MediaContentType${index}`] ?? null }] : []
  })
}

const words: Readonly<Record<string, InboundReceipt['status']>> = {
  sent: 'sent',
  delivered: 'delivered',
  read: 'read',
  undelivered: 'failed',
  failed: 'failed',
}

/** Steps before it left, and words nobody knows, are no receipts. */
function receiptIn(id: string, word: string, form: Form, receivedAt: Date): Parcel {
  const status = words[word]
  if (!status) return kept('status', form)
  const attemptId = form[attemptField] ?? ''
  const error = errorIn(form, status)
  const receipt: InboundReceipt = {
    providerMessageId: id,
    status,
    at: receivedAt,
    ...(uuid.test(attemptId) ? { attemptId: attemptId.toLowerCase() } : {}),
    ...(error ? { error } : {}),
  }
  return {
    kind: 'receipt',
    identity: `${id} ${status}`,
    meaning: { is: 'receipt', receipt },
    content: form as JsonObject,
  }
}

function errorIn({ ErrorCode, ErrorMessage }: Form, status: InboundReceipt['status']) {
  if (status !== 'failed') return undefined
  // Without a word why, it is what Twilio calls an unknown error.
  return readError(Number(ErrorCode) || 30008, ErrorMessage)
}
