import { randomBytes } from 'node:crypto'
import type { Context } from '#lib/context'
import { isHmacSha256, isSameSecret } from '#lib/signature'
import { storableText } from '#lib/storable-text'
import type { Webhook, WebhookAnswer, WebhookRequest } from '#lib/webhook'
import { store } from '../../inbound/store.ts'
import { locate } from '../../locate.ts'
import { noteRefused } from '../../note-refused.ts'
import { acceptedNow } from '../../rotate.ts'
import { candidatesFor, partsOf } from './shared.ts'

const path = '/webhooks/whatsapp/:key'
// One app has one webhook address, however many numbers: what comes here is routed by the numbers it names.
const sharedPath = '/webhooks/whatsapp'
// Meta sends three megabytes at most.
const bodyLimit = 3 * 1024 * 1024

export const webhooks: readonly Webhook[] = [
  { method: 'GET', path, bodyLimit, handle: answerHandshake },
  { method: 'POST', path, bodyLimit, handle: receive },
  { method: 'GET', path: sharedPath, bodyLimit, handle: answerSharedHandshake },
  { method: 'POST', path: sharedPath, bodyLimit, handle: receiveShared },
]

/** Meta asks once whether this address is ours: who knows the verify token gets the challenge back, bare. */
async function answerHandshake(context: Context, { params, query }: WebhookRequest): Promise<WebhookAnswer> {
  const channel = await locate(context, 'whatsapp_cloud', params.key ?? '')
  return handshake(query, channel ? acceptedNow(channel.credentials, 'verifyToken', context.clock.now()) : [])
}

/** The word is the operator's: a tenant's own verify token must not vouch for an address all tenants share. */
async function answerSharedHandshake(context: Context, { query }: WebhookRequest): Promise<WebhookAnswer> {
  return handshake(query, context.whatsappVerifyToken === undefined ? [] : [context.whatsappVerifyToken])
}

function handshake(query: WebhookRequest['query'], tokens: readonly string[]): WebhookAnswer {
  // A parameter that stands twice in the address comes as a list.
  const [mode, token, challenge] = ['mode', 'verify_token', 'challenge'].map((name) =>
    String(query[`hub.${name}`] ?? ''),
  )
  const known = tokens.length > 0 ? tokens : [decoy]
  const isRightToken = known.filter((one) => isSameSecret(token ?? '', one)).length > 0
  if (!isRightToken || mode !== 'subscribe' || !challenge) return text(403, 'forbidden')
  return text(200, challenge)
}

/** Answers 200 only when the bytes are committed, and one and the same 401 whatever is wrong with a signature. */
async function receive(context: Context, { params, headers, body }: WebhookRequest): Promise<WebhookAnswer> {
  try {
    const channel = await locate(context, 'whatsapp_cloud', params.key ?? '')
    const secrets = channel ? acceptedNow(channel.credentials, 'appSecret', context.clock.now()) : [decoy]
    const signature = headers['x-hub-signature-256']
    const isGenuine = secrets.filter((secret) => isSigned(body, signature, secret)).length > 0
    if (channel && !isGenuine && signature) noteRefused(context, channel)
    if (!channel || !isGenuine) return text(401, 'not accepted')

    const { tenantId, channelId } = channel
    await store(context, { tenantId, channelId, body, headers: worthKeeping(headers), receivedAt: context.clock.now() })
    return text(200, 'stored')
  } catch (error) {
    context.log.warn({ err: error }, 'a webhook could not be stored; its sender will try again')
    return text(503, 'try again later')
  }
}

/**
 * The same for the address all numbers of an app share. Each tenant's part is stored by itself, cut to what is about its own
 * numbers and proven by its own secret; 200 only when all of them are.
 */
async function receiveShared(context: Context, { headers, body }: WebhookRequest): Promise<WebhookAnswer> {
  try {
    const signature = headers['x-hub-signature-256']
    // What carries no signature isn't looked into.
    if (!signature) return text(401, 'not accepted')
    const candidates = await candidatesFor(context, body, (secret) => isSigned(body, signature, secret))
    if (!candidates.some(({ isGenuine }) => isGenuine)) {
      for (const channel of candidates) noteRefused(context, channel)
      return text(401, 'not accepted')
    }
    const parts = partsOf(body, candidates)
    const common = { headers: worthKeeping(headers), receivedAt: context.clock.now() }
    await Promise.all(parts.map((part) => store(context, { ...part, ...common })))
    return text(200, 'stored')
  } catch (error) {
    context.log.warn({ err: error }, 'a webhook could not be stored; its sender will try again')
    return text(503, 'try again later')
  }
}

// Stands in where no channel was found, so that an unknown address takes as long as a wrong signature.
const decoy = randomBytes(32).toString('hex')

function isSigned(body: Buffer, header: string | undefined, secret: string): boolean {
  const [, digest] = /^sha256=(.*)$/s.exec(header ?? '') ?? []
  return isHmacSha256(body, secret, digest ?? '')
}

function worthKeeping(headers: WebhookRequest['headers']): Record<string, string> {
  const names = ['content-type', 'user-agent']
  return Object.fromEntries(names.flatMap((name) => (headers[name] ? [[name, storableText(headers[name])]] : [])))
}

function text(status: number, body: string): WebhookAnswer {
  return { status, type: 'text/plain; charset=utf-8', body }
}
