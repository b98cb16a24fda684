import assert from 'node:assert/strict'
import { createHmac } from 'node:crypto'
import test from 'node:test'
import { startFakeMeta } from './index.ts'
import type { Received } from './receiver.testing.ts'
import { salon, startReceiver } from './receiver.testing.ts'
import type { FakeMeta, FakeMetaOptions, Json } from './types.ts'

const ana = '491713920001'

async function world(t: test.TestContext, options: FakeMetaOptions = {}, answer?: (received: Received) => number) {
  const receiver = await startReceiver(answer)
  const fake = await startFakeMeta({ pace: { sent: 1, delivered: 2 }, ...options })
  fake.addNumber({ ...salon, webhookUrl: receiver.url })
  t.after(async () => {
    await fake.close()
    await receiver.close()
  })
  return { fake, receiver }
}

async function reply(fake: FakeMeta, more: Json = {}): Promise<string> {
  const response = await fetch(`${fake.url}/v23.0/${salon.phoneNumberId}/messages`, {
    method: 'POST',
    headers: { authorization: `Bearer ${salon.accessToken}`, 'content-type': 'application/json' },
    body: JSON.stringify({ messaging_product: 'whatsapp', to: ana, type: 'text', text: { body: 'Yes' }, ...more }),
  })
  return ((await response.json()) as { messages: [{ id: string }] }).messages[0].id
}

function firstValue({ payload }: Received) {
  const [entry] = payload.entry as [
    { changes: [{ value: { messages?: Json[]; statuses?: Json[]; contacts?: Json[] } }] },
  ]
  return entry.changes[0].value
}

const statusesIn = (received: Received[]) => received.flatMap((one) => firstValue(one).statuses ?? [])

test('an inbound message is signed over the very bytes, in the escaped form', async (t) => {
  const { fake, receiver } = await world(t)
  const wish = { phoneNumberId: salon.phoneNumberId, from: `+${ana}`, name: 'Ána', userId: 'DE.1', text: 'Tür 1/2 😀' }
  const delivery = await fake.customerSends(wish)

  const [received] = receiver.received
  assert.ok(received)
  assert.equal(delivery.delivered, true)
  const digest = createHmac('sha256', salon.appSecret).update(received.raw).digest('hex')
  assert.equal(received.headers['x-hub-signature-256'], `sha256=${digest}`)
  assert.match(received.raw.toString('latin1'), /"T\\u00fcr 1\\\/2 \\ud83d\\ude00"/)
  assert.deepEqual(firstValue(received).contacts, [{ profile: { name: 'Ána' }, wa_id: ana, user_id: 'DE.1' }])
  const [message] = firstValue(received).messages ?? []
  assert.deepEqual([message?.from, message?.from_user_id, message?.type], [ana, 'DE.1', 'text'])
})

test('a reply in the window is sent, delivered and, once the chat is opened, read', async (t) => {
  const { fake, receiver } = await world(t)
  await fake.customerSends({ phoneNumberId: salon.phoneNumberId, from: ana, text: 'Hi' })
  const id = await reply(fake, { biz_opaque_callback_data: 'attempt-7' })
  await fake.customerReads(salon.phoneNumberId, ana)

  const statuses = statusesIn(receiver.received)
  assert.deepEqual(
    statuses.map((one) => [one.id, one.status, one.recipient_id, one.biz_opaque_callback_data]),
    ['sent', 'delivered', 'read'].map((status) => [id, status, ana, 'attempt-7']),
  )
  assert.ok(statuses.every((one) => one.conversation && one.pricing))
})

test('free text after 24 hours is accepted and then fails with 131047; a template passes', async (t) => {
  const clock = { now: new Date('2026-11-20T10:00:00Z') }
  const { fake, receiver } = await world(t, { now: () => clock.now })
  await fake.customerSends({ phoneNumberId: salon.phoneNumberId, from: ana, text: 'Hi' })
  clock.now = new Date('2026-11-21T10:00:00Z')
  await reply(fake)
  await fake.idle()
  const wabaId = fake.numbers[0]?.wabaId ?? ''
  const components = [{ type: 'BODY', text: 'See you soon.' }]
  const reminder = { wabaId, name: 'reminder', language: 'en', category: 'UTILITY', components }
  fake.templates.add({ ...reminder, status: 'APPROVED' })
  await reply(fake, { type: 'template', template: { name: 'reminder', language: { code: 'en' } } })
  await fake.idle()

  const [failed, ...others] = statusesIn(receiver.received)
  assert.equal(failed?.status, 'failed')
  assert.match(JSON.stringify(failed?.errors), /"code":131047/)
  assert.deepEqual(
    others.map(({ status }) => status),
    ['sent', 'delivered'],
  )
})

test('a webhook not answered 200 is sent again until it is, byte for byte', async (t) => {
  let refusals = 2
  const { fake, receiver } = await world(t, { retryGaps: [1, 2, 3, 4] }, () => (refusals-- > 0 ? 503 : 200))
  const delivery = await fake.customerSends({ phoneNumberId: salon.phoneNumberId, from: ana, text: 'Hi' })

  assert.deepEqual(
    delivery.attempts.map(({ status }) => status),
    [503, 503, 200],
  )
  assert.equal(new Set(receiver.received.map(({ raw }) => raw.toString())).size, 1)
})

test('a business that never answers 200 is given up', async (t) => {
  const { fake } = await world(t, { retryGaps: [1, 2] }, () => 500)
  const delivery = await fake.customerSends({ phoneNumberId: salon.phoneNumberId, from: ana, text: 'Hi' })
  assert.deepEqual([delivery.delivered, delivery.finished, delivery.attempts.length], [false, true, 3])
})

test('raw payloads go out as they are, with the signature asked for', async (t) => {
  const { fake, receiver } = await world(t, {}, () => 401)
  const bytes = Buffer.from([0x7b, 0x00, 0xff])
  assert.deepEqual(await fake.postWebhook(salon.phoneNumberId, bytes, { signature: 'none' }), {
    status: 401,
    body: 'ok',
  })
  await fake.postWebhook(salon.phoneNumberId, bytes, { signature: 'wrong' })

  const right = `sha256=${createHmac('sha256', salon.appSecret).update(bytes).digest('hex')}`
  assert.deepEqual(
    receiver.received.map(({ raw }) => raw),
    [bytes, bytes],
  )
  assert.equal(receiver.received[0]?.headers['x-hub-signature-256'], undefined)
  assert.notEqual(receiver.received[1]?.headers['x-hub-signature-256'], right)
  assert.equal(String(receiver.received[1]?.headers['x-hub-signature-256']).length, 71)
})

test('the handshake succeeds with the right verify token only', async (t) => {
  const { fake, receiver } = await world(t)
  assert.equal((await fake.verifyWebhook(salon.phoneNumberId)).verified, true)
  fake.addNumber({ ...salon, webhookUrl: receiver.url, verifyToken: 'guessed' })
  assert.deepEqual(await fake.verifyWebhook(salon.phoneNumberId), { verified: false, status: 403, body: 'no' })
})

test('a customer known by user id alone has no number in any webhook', async (t) => {
  const { fake, receiver } = await world(t)
  await fake.customerSends({ phoneNumberId: salon.phoneNumberId, userId: 'DE.77', text: 'Hi' })
  await reply(fake, { to: undefined, recipient: 'DE.77' })
  await fake.idle()

  const [inbound, ...receipts] = receiver.received.map(firstValue)
  assert.deepEqual(inbound?.contacts, [{ user_id: 'DE.77' }])
  assert.deepEqual([inbound?.messages?.[0]?.from, inbound?.messages?.[0]?.from_user_id], [undefined, 'DE.77'])
  for (const { contacts, statuses } of receipts) {
    assert.deepEqual(contacts, [{ user_id: 'DE.77' }])
    assert.deepEqual([statuses?.[0]?.recipient_id, statuses?.[0]?.recipient_user_id], [undefined, 'DE.77'])
  }
  assert.equal(receipts.length, 2)
})

test('receipts by hand: nothing leaves unless asked for, and even an unknown message can have one', async (t) => {
  const { fake, receiver } = await world(t, { receipts: 'manual' })
  await fake.customerSends({ phoneNumberId: salon.phoneNumberId, from: ana, text: 'Hi' })
  const id = await reply(fake)
  await fake.idle()
  assert.equal(receiver.received.length, 1)

  const at = new Date('2026-11-20T10:00:00Z')
  await fake.emitStatus({ messageId: id, status: 'played', at })
  await fake.emitStatus({ messageId: 'wamid.nobody', status: 'delivered', to: '447700900123' })
  const [played, stray] = statusesIn(receiver.received)
  assert.deepEqual([played?.status, played?.timestamp], ['played', String(at.getTime() / 1000)])
  assert.deepEqual([stray?.id, stray?.recipient_id], ['wamid.nobody', '447700900123'])
})
