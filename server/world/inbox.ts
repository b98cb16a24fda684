import type { TestContext } from 'node:test'
import { type FakeMeta, type SentMessage, startFakeMeta } from '@frontdesk/fakes/meta'
import { sql } from 'kysely'
import { type ChannelRef, connect, type InboundMessage, type InboundReceipt } from '#channels'
import { resolve } from '#contacts'
import { getMessage, hands, reply } from '#conversations'
import { system } from '#lib/actor'
import type { Pace } from '#lib/context'
import { newId } from '#lib/id'
import type { Outcome } from '#lib/jobs/job'
import type { Tx } from '#lib/tx'
import { jobs as channelJobs } from '../src/modules/channels/jobs.ts'
import { deliver } from '../src/modules/conversations/delivery/deliver.ts'
import { afterwards } from './afterwards.ts'
import { type Desk, type World, world } from './world.ts'

/** A customer and the conversation with them. */
export interface Customer {
  readonly phone: string
  readonly contactId: string
  readonly conversationId: string
}

export interface Inbox extends World {
  readonly meta: FakeMeta
  readonly channel: ChannelRef
  /** Has just written. */
  readonly ana: Customer
  asSystem<T>(act: (tx: Tx) => Promise<T>): Promise<T>
  /** A customer's message arrives. */
  hear(phone: string, more?: Partial<InboundMessage>): Promise<Customer>
  /** Staff answers and learns the message's id; nothing is sent before `deliver`. */
  answer(text: string, customer?: Customer): Promise<string>
  deliver(customer?: Customer): Promise<Outcome>
  receive(
    sent: SentMessage | undefined,
    status: InboundReceipt['status'],
    more?: Partial<InboundReceipt>,
  ): Promise<void>
  message(id: string): ReturnType<typeof getMessage>
  /** What the fake took on, in order. */
  texts(): (string | null)[]
}

/** Salon Rosa with a number connected to a fake Meta that sends no receipts by itself, and Ana, a customer. */
export async function inbox(t: TestContext, pace: Partial<Pace> = {}): Promise<Inbox> {
  const meta = await startFakeMeta({ receipts: 'manual', retryGaps: [] })
  afterwards(t, () => meta.close())
  const cast = await world(t, { trustedUrls: [meta.url], pace: { sendTimeout: 500, ...pace } })
  const { context, salon } = cast
  const asSystem: Inbox['asSystem'] = (act) => context.withTenant({ tenantId: salon.tenantId, actor: system }, act)
  const channel = await connectNumber(cast, salon, meta, '15550001')
  const hear: Inbox['hear'] = (phone, more) => asSystem((tx) => hearOn(tx, channel, phone, more))
  const ana = await hear('+34600000001')

  return {
    ...cast,
    meta,
    channel,
    ana,
    asSystem,
    hear,
    answer: (text, { conversationId } = ana) =>
      salon.as(salon.staff, (tx) => reply(tx, context, { conversationId, text })),
    deliver: ({ conversationId } = ana) => deliver(context, salon.tenantId, { conversationId }),
    receive: (sent, status, more) =>
      asSystem((tx) => hands.receipt(tx, channel, receiptOf(sent, { status, at: tx.now, ...more }))),
    message: (id) => salon.as(salon.staff, (tx) => getMessage(tx, id)),
    texts: () => meta.outbox.map(({ text }) => text),
  }
}

/** Connects a number of the fake to a workspace. */
export async function connectNumber(
  { context }: World,
  desk: Desk,
  meta: FakeMeta,
  phoneNumberId: string,
): Promise<ChannelRef> {
  const credentials = { accessToken: `token-${phoneNumberId}`, appSecret: 'app-secret', verifyToken: 'verify' }
  const settings = { phoneNumberId, wabaId: '1', displayPhoneNumber: `+34 93${phoneNumberId.slice(-7)}` }
  meta.addNumber({ ...settings, ...credentials, name: 'Front', webhookUrl: `${meta.url}/nowhere` })
  const wish = {
    kind: 'whatsapp_cloud',
    name: 'Front',
    settings: { ...settings, apiUrl: meta.url },
    credentials,
  } as const
  const { id, kind } = await desk.as(desk.owner, (tx) => connect(tx, context, wish))
  await checkNumber({ context }, desk, id)
  return { id, kind }
}

/** Asks the fake whether the number works, which sets the channel's status. */
export async function checkNumber({ context }: Pick<World, 'context'>, desk: Desk, channelId: string): Promise<void> {
  const check = channelJobs.find(({ name }) => name === 'channels.check')
  await check?.run(context, desk.tenantId, { channelId })
}

/** What a customer writes arrives on a channel of this transaction's workspace. */
export async function hearOn(
  tx: Tx,
  channel: ChannelRef,
  phone: string,
  more: Partial<InboundMessage> = {},
): Promise<Customer> {
  const { id: contactId } = await resolve(tx, { phone })
  await hands.message(tx, channel, contactId, {
    providerMessageId: `wamid.${newId()}`,
    saidAt: tx.now,
    from: { phone },
    kind: 'text',
    text: 'Hello',
    details: null,
    opensWindow: true,
    late: false,
    ...more,
  })
  const { rows } = await sql<{ id: string }>`
    select id from conversations.conversation where tenant_id = ${tx.tenantId} and contact_id = ${contactId}`.execute(
    tx.db,
  )
  return { phone, contactId, conversationId: rows[0]?.id ?? '' }
}

function receiptOf(
  sent: SentMessage | undefined,
  particulars: Pick<InboundReceipt, 'status' | 'at'> & Partial<InboundReceipt>,
): InboundReceipt {
  if (!sent) throw new Error('the fake has taken no such message')
  const { id, bizOpaqueCallbackData } = sent
  return {
    providerMessageId: id,
    ...(bizOpaqueCallbackData ? { attemptId: bizOpaqueCallbackData } : {}),
    ...particulars,
  }
}
