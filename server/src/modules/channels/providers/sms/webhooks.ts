import { randomBytes } from 'node:crypto'
import type { Context } from '#lib/context'
import { isTwilioSigned } from '#lib/twilio-signature'
import type { Webhook, WebhookAnswer, WebhookRequest } from '#lib/webhook'
import { store } from '../../inbound/store.ts'
import { locate } from '../../locate.ts'
import { noteRefused } from '../../note-refused.ts'
import { acceptedNow } from '../../rotate.ts'
import { attemptField } from './parse.ts'

const path = '/webhooks/sms/twilio/:key'
const bodyLimit = 256 * 1024

export const webhooks: readonly Webhook[] = [
  { method: 'GET', path, bodyLimit, handle: answerLook },
  { method: 'POST', path, bodyLimit, handle: receive },
]

/** By this the channel doctor knows its own address again. */
export const whoIsHere = 'Here Frontdesk takes texts from Twilio.'

async function answerLook(): Promise<WebhookAnswer> {
  return { status: 200, type: 'text/plain; charset=utf-8', body: whoIsHere }
}

/** Answers 200 only when the form is committed, and one and the same 401 whatever is wrong with a signature. */
async function receive(context: Context, request: WebhookRequest): Promise<WebhookAnswer> {
  const { params, query, headers, body } = request
  try {
    const channel = await locate(context, 'sms', params.key ?? '')
    const secrets = channel ? acceptedNow(channel.credentials, 'authToken', context.clock.now()) : [decoy]
    const signature = headers['x-twilio-signature'] ?? ''
    // The address as Twilio was told it: what a proxy made of it is not what was signed.
    const signed = { url: context.publicUrl + request.address, body }
    const isGenuine = secrets.filter((secret) => isTwilioSigned(signed, signature, secret)).length > 0
    if (channel && !isGenuine && signature) noteRefused(context, channel)
    if (!channel || !isGenuine) return { status: 401, type: 'text/plain; charset=utf-8', body: 'not accepted' }

    const { tenantId, channelId } = channel
    const form = withAttempt(body, query.attempt)
    const kept = { 'content-type': 'application/x-www-form-urlencoded' }
    await store(context, { tenantId, channelId, body: form, headers: kept, receivedAt: context.clock.now() })
    // Anything else would be sent to the customer as an answer.
    return { status: 200, type: 'text/xml; charset=utf-8', body: '<Response></Response>' }
  } catch (error) {
    context.log.warn({ err: error }, 'a webhook could not be stored; its sender will try again')
    return { status: 503, type: 'text/plain; charset=utf-8', body: 'try again later' }
  }
}

// Stands in where no channel was found, so that an unknown address takes as long as a wrong signature.
const decoy = randomBytes(32).toString('hex')

function withAttempt(body: Buffer, attempt: string | undefined): Buffer {
  if (typeof attempt !== 'string' || !/^[\w-]{1,64}$/.test(attempt)) return body
  return Buffer.concat([body, Buffer.from(`&${attemptField}=${attempt}`)])
}
