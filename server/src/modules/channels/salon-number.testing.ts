import { createHmac } from 'node:crypto'
import type { Tx } from '#lib/tx'
import type { WebhookAnswer } from '#lib/webhook'
import type { World } from '../../../world/world.ts'
import type { NewChannelOf } from './channel.ts'
import {
  type Channel,
  changeChannel,
  connect,
  type InboundChange,
  type InboundMessage,
  type InboundReceipt,
  listChannels,
  takeIn,
} from './index.ts'
import { webhooks } from './webhooks.ts'

export const wish: NewChannelOf<'whatsapp_cloud'> = {
  kind: 'whatsapp_cloud',
  name: 'Salon Rosa',
  settings: { phoneNumberId: '1122334455667', wabaId: '900800700600500', displayPhoneNumber: '+49 30 55550123' },
  credentials: { accessToken: 'token-of-salon-rosa', appSecret: 'secret-of-salon-rosa', verifyToken: 'verify-salon' },
}

/** Salon Rosa's number, connected, with a hand to post what Meta would and a record of what came of it. */
export async function connectNumber(cast: World, changes: Partial<NewChannelOf<'whatsapp_cloud'>> = {}) {
  const channel = await cast.salon.as(cast.salon.owner, async (tx) => {
    const wanted = { ...wish, ...changes }
    await giveBack(tx, cast, wanted.settings.phoneNumberId)
    return connect(tx, cast.context, wanted)
  })
  const messages: (InboundMessage & { contactId: string; channelId: string })[] = []
  const receipts: InboundReceipt[] = []
  const echoes: InboundMessage[] = []
  const later: (InboundChange & { by: string })[] = []
  const hands = {
    message: async (_tx: unknown, { id }: { id: string }, contactId: string, message: InboundMessage) =>
      void messages.push({ ...message, contactId, channelId: id }),
    echo: async (_tx: unknown, _channel: unknown, _contactId: string, message: InboundMessage) =>
      void echoes.push(message),
    change: async (_tx: unknown, _channel: unknown, _contactId: string, by: string, change: InboundChange) =>
      void later.push({ ...change, by }),
    receipt: async (_tx: unknown, _channel: unknown, receipt: InboundReceipt) => void receipts.push(receipt),
  }
  const post = (payload: object | string | Buffer, headers?: Record<string, string>) =>
    postTo(cast, channel, payload, headers)
  return { channel, messages, receipts, echoes, later, hands, post, take: () => takeIn(cast.context, hands) }
}

/** A workspace has a number once: the channel an earlier test left with it is put under another one. */
async function giveBack(tx: Tx, { context }: World, phoneNumberId: string): Promise<void> {
  const { items } = await listChannels(tx, context, { limit: 100 })
  const holder = items
    .filter((one) => one.kind === 'whatsapp_cloud')
    .find(({ settings }) => settings.phoneNumberId === phoneNumberId)
  if (!holder) return
  const settings = { ...holder.settings, phoneNumberId: `9${String(items.length).padStart(12, '0')}` }
  await changeChannel(tx, context, holder.id, { settings })
}

/** Posts bytes to a channel's address, with the right signature unless told otherwise. */
export function postTo(
  cast: World,
  { key }: Pick<Channel, 'key'>,
  payload: object | string | Buffer,
  headers?: Record<string, string>,
): Promise<WebhookAnswer> {
  const body = Buffer.isBuffer(payload)
    ? payload
    : Buffer.from(typeof payload === 'string' ? payload : JSON.stringify(payload))
  const signed = headers ?? { 'x-hub-signature-256': sign(body) }
  return door('POST').handle(cast.context, { address: '/', params: { key }, query: {}, headers: signed, body })
}

export function door(method: 'GET' | 'POST') {
  const found = webhooks.find((webhook) => webhook.method === method)
  if (!found) throw new Error(`no ${method} webhook`)
  return found
}

export function sign(body: Buffer, secret = wish.credentials.appSecret): string {
  return `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`
}

/** An envelope around the value of one change. */
export function envelope(value: object, field = 'messages'): object {
  const metadata = { display_phone_number: '49 30 55550123', phone_number_id: wish.settings.phoneNumberId }
  const change = { field, value: { messaging_product: 'whatsapp', metadata, ...value } }
  return { object: 'whatsapp_business_account', entry: [{ id: '900800700600500', changes: [change] }] }
}

let count = 0

/** A text message as Meta writes it; fields may be replaced, or removed by undefined. */
export function text(body: string, changes: object = {}): object {
  count++
  return {
    from: '34612345678',
    id: `wamid.test${count}`,
    timestamp: '1772440000',
    type: 'text',
    text: { body },
    ...changes,
  }
}
