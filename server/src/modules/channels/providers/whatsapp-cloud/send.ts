import type { Context } from '#lib/context'
import { idOf, isObject, type JsonObject } from '../../inbound/json.ts'
import type { OutgoingMessage, SendResult } from '../../sending.ts'
import { callGraph } from './call-graph.ts'
import type { WhatsappSender } from './settings.ts'

/** Sends a message of any kind. The attempt's id travels with it, so that every receipt tells which attempt it belongs to. */
export async function send(
  context: Context,
  channel: WhatsappSender,
  { to, kind, content, answers, attemptId }: OutgoingMessage,
): Promise<SendResult> {
  const verdict = await callGraph(context, channel, {
    method: 'POST',
    path: `${channel.phoneNumberId}/messages`,
    body: {
      messaging_product: 'whatsapp',
      recipient_type: 'individual',
      ...addressOf(to),
      ...(answers === undefined ? {} : { context: { message_id: answers } }),
      type: kind,
      [kind]: content,
      biz_opaque_callback_data: attemptId,
    },
  })
  return verdict.outcome === 'answered' ? acceptedIn(verdict.body) : verdict
}

/** A phone number goes into `to`, without its plus; who is known by user id alone is the `recipient`. */
function addressOf({ phone, whatsappUserId }: OutgoingMessage['to']): { to: string } | { recipient: string } {
  if (phone !== undefined) return { to: phone.replace(/^\+/, '') }
  if (whatsappUserId !== undefined) return { recipient: whatsappUserId }
  throw new Error('a parcel needs an address')
}

function acceptedIn({ messages }: JsonObject): SendResult {
  const first: unknown = Array.isArray(messages) ? messages[0] : undefined
  const providerMessageId = isObject(first) ? idOf(first.id) : undefined
  if (providerMessageId !== undefined) return { outcome: 'accepted', providerMessageId }
  const message = 'WhatsApp answered without an id for the message; it may have been sent.'
  return { outcome: 'unknown', error: { code: 'provider_unclear', class: 'ambiguous', message } }
}
