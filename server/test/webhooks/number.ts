import assert from 'node:assert/strict'
import { createHmac } from 'node:crypto'
import type { TestContext } from 'node:test'
import { startFakeMeta } from '@frontdesk/fakes/meta'
import { pino } from 'pino'
import { openEventStream } from '../../world/event-stream.ts'
import { type Served, serve } from '../../world/serve.ts'

export interface HttpAnswer {
  readonly status: number
  readonly text: string
  /** Without the date. */
  readonly headers: Readonly<Record<string, string>>
}

export interface Connected {
  readonly id: string
  readonly key: string
}

export interface Number extends Served {
  readonly channel: Connected
  /** What was logged as a bug. */
  readonly bugs: readonly string[]
  /** Connects another number through the API. */
  connect(phoneNumberId: string): Promise<Connected>
  /** Posts bytes as Meta does, signed with the app's secret unless a header is given; null for none. */
  post(body: string | Buffer, options?: { to?: Connected; signature?: string | null }): Promise<HttpAnswer>
  /** Sends an ordinary message and resolves once the API shows it: the worker lives and has taken in what came before. */
  understands(text: string): Promise<void>
  /** The texts of all messages of a channel, newest first. */
  texts(channelId?: string): Promise<(string | null)[]>
  /** The raw webhooks of a channel in the order they came, each with the reasons for which items were set aside. */
  kept(channelId?: string): Promise<{ body: Buffer; taken: boolean; aside: string[] }[]>
}

export const appSecret = 'the-secret-of-the-app'
export const verifyToken = 'the-verify-token'
export const phoneNumberId = '1122334455667'

/** Salon Rosa's number behind a real server and its worker, reached over HTTP alone. */
export async function openNumber(t: TestContext): Promise<Number> {
  const meta = await startFakeMeta({ receipts: 'manual' })
  t.after(() => meta.close())
  const bugs: string[] = []
  const log = pino({ level: 'error' }, { write: (line: string) => void bugs.push(line) })
  const served = await serve(t, { trustedUrls: [meta.url], log })
  const { ask, salon, url } = served
  const base = `/api/v1/w/${salon.slug}`
  const token = salon.tokens.owner

  const connect = async (number: string): Promise<Connected> => {
    const settings = { phoneNumberId: number, wabaId: '1', displayPhoneNumber: '+34 930 000 001' }
    const credentials = { accessToken: 'token', appSecret, verifyToken }
    meta.addNumber({ ...settings, ...credentials, name: 'Salon', webhookUrl: url })
    const body = { kind: 'whatsapp_cloud', name: 'Salon', settings: { ...settings, apiUrl: meta.url }, credentials }
    const made = await ask('POST', `${base}/channels`, { token, body })
    assert.equal(made.status, 201)
    return made.body
  }
  const channel = await connect(phoneNumberId)
  const facts = await openEventStream(t, `${url}${base}/stream`, { authorization: `Bearer ${token}` })
  const post: Number['post'] = (body, { to = channel, signature = sign(body) } = {}) =>
    send(`${url}/webhooks/whatsapp/${to.key}`, body, signature)
  const texts: Number['texts'] = async (channelId = channel.id) => {
    const { body } = await ask('GET', `${base}/messages?channelId=${channelId}&limit=100`, { token })
    return body.items.map(({ text }: { text: string | null }) => text)
  }

  return {
    ...served,
    ...{ channel, bugs, connect, post, texts },
    async understands(text) {
      assert.equal((await post(envelope({ messages: [message({ text: { body: text } })] }))).status, 200)
      while (!(await texts()).includes(text))
        await facts.next(({ data }) => data.name === 'conversations.message_received')
    },
    kept: (channelId = channel.id) =>
      salon.as(salon.owner, async (tx) => {
        const rows = await tx.db
          .selectFrom('channels.inbound')
          .select(['id', 'body', 'takenAt'])
          .where('channelId', '=', channelId)
          .orderBy('receivedAt')
          .orderBy('id')
          .execute()
        const items = await tx.db
          .selectFrom('channels.inboundItem')
          .select(['inboundId', 'quarantinedBecause'])
          .where('quarantinedBecause', 'is not', null)
          .execute()
        const asideOf = Map.groupBy(items, ({ inboundId }) => inboundId)
        return rows.map(({ id, body, takenAt }) => ({
          ...{ body, taken: takenAt !== null },
          aside: (asideOf.get(id) ?? []).map(({ quarantinedBecause }) => String(quarantinedBecause)),
        }))
      }),
  }
}

export function sign(body: string | Buffer, secret = appSecret): string {
  return `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`
}

/** Posts without ever asking more than the bytes and one header. */
export async function send(address: string, body: string | Buffer, signature: string | null): Promise<HttpAnswer> {
  const response = await fetch(address, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(signature === null ? {} : { 'x-hub-signature-256': signature }),
    },
    body: typeof body === 'string' ? body : new Uint8Array(body),
  })
  return answered(response)
}

export async function answered(response: Response): Promise<HttpAnswer> {
  const headers = Object.fromEntries([...response.headers].filter(([name]) => name !== 'date'))
  return { status: response.status, text: await response.text(), headers }
}

/** A webhook around the value of one change, as text, so that a test can break it. */
export function envelope(value: object, field = 'messages'): string {
  const metadata = { display_phone_number: '34930000001', phone_number_id: phoneNumberId }
  const change = { field, value: { messaging_product: 'whatsapp', metadata, ...value } }
  return JSON.stringify({ object: 'whatsapp_business_account', entry: [{ id: '1', changes: [change] }] })
}

let count = 0

/** A text message; fields may be replaced, or removed by undefined. */
export function message(changes: object = {}): object {
  count++
  const timestamp = String(Math.floor(Date.now() / 1_000))
  return { from: '34612345678', id: `wamid.http${count}`, timestamp, type: 'text', text: { body: 'Hi' }, ...changes }
}
