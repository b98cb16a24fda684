import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type TestContext, test } from 'node:test'
import { startFakeMeta } from '@frontdesk/fakes/meta'
import type { Context } from '#lib/context'
import { newId } from '#lib/id'
import { send as sendOut } from './send.ts'

const number = {
  phoneNumberId: '100200300400500',
  wabaId: '900800700600500',
  displayPhoneNumber: '+49 30 55550123',
  name: 'Salon Rosa',
  accessToken: 'token-of-salon-rosa',
  appSecret: 'secret-of-salon-rosa',
  verifyToken: 'verify-salon-rosa',
  webhookUrl: 'http://127.0.0.1:1/',
}
const customer = '491713920001'

async function provider(t: TestContext) {
  const fake = await startFakeMeta({ receipts: 'manual', retryGaps: [] })
  t.after(() => fake.close())
  fake.addNumber(number)
  await fake.customerSends({ phoneNumberId: number.phoneNumberId, from: customer, text: 'Hi' })
  const send = (wish: { text?: string; accessToken?: string; to?: object; baseUrl?: string } = {}) => {
    const {
      text = 'Hello',
      to = { phone: `+${customer}` },
      baseUrl = fake.url,
      accessToken = number.accessToken,
    } = wish
    // Only what a call reads of its context: no database is needed to send.
    const context = {
      pace: { sendTimeout: 300 },
      providerUrls: { whatsapp: fake.url },
      trustedUrls: [baseUrl],
    } as unknown as Context
    const channel = {
      kind: 'whatsapp_cloud',
      id: newId(),
      phoneNumberId: number.phoneNumberId,
      accessToken,
      baseUrl,
    } as const
    return sendOut(context, channel, {
      to,
      kind: 'text',
      content: { body: text },
      attemptId: '0190b7a0-0000-7000-8000-000000000001',
    })
  }
  return { fake, send }
}

test('an accepted text has an id, and the attempt travels with it', async (t) => {
  const { fake, send } = await provider(t)
  const result = await send()
  assert.equal(result.outcome, 'accepted')
  const [sent] = fake.outbox
  assert.equal(result.outcome === 'accepted' && result.providerMessageId, sent?.id)
  assert.deepEqual([sent?.to, sent?.text], [customer, 'Hello'])
  assert.equal(sent?.bizOpaqueCallbackData, '0190b7a0-0000-7000-8000-000000000001')
})

test('a refusal is certain and carries its class', async (t) => {
  const { fake, send } = await provider(t)
  const cases = [
    [130429, 'throttle'],
    [131056, 'throttle'],
    [131026, 'recipient'],
    [131047, 'window'],
    [131048, 'stop_lane'],
    [131016, 'retry'],
    [424_242, 'unknown_code'],
  ] as const
  for (const [code, errorClass] of cases) {
    fake.misbehave({ kind: 'error', code, httpStatus: 400, times: 1 })
    const result = await send()
    assert.equal(result.outcome, 'refused')
    assert.equal(result.outcome === 'refused' && result.error.class, errorClass)
  }
  const denied = await send({ accessToken: 'wrong' })
  assert.equal(denied.outcome === 'refused' && denied.error.class, 'auth')
})

test('nobody knows after a stall, a dropped connection, an empty 200, an empty 500, or somebody’s HTML', async (t) => {
  const { fake, send } = await provider(t)
  const faults = [
    { kind: 'stall', ms: 2_000, times: 1 },
    { kind: 'dropAfterAccepting', times: 1 },
    { kind: 'loseBeforeAccepting', times: 1 },
    { kind: 'empty', times: 1 },
    { kind: 'http500', times: 1 },
    { kind: 'html', times: 1 },
  ] as const
  for (const fault of faults) {
    fake.misbehave(fault)
    const result = await send()
    assert.equal(result.outcome, 'unknown', fault.kind)
    assert.equal(result.outcome === 'unknown' && result.error.class, 'ambiguous', fault.kind)
  }
})

test('where nobody listens nothing was sent, and it may be tried again', async (t) => {
  const { send } = await provider(t)
  const result = await send({ baseUrl: 'http://127.0.0.1:1' })
  assert.equal(result.outcome, 'refused')
  assert.equal(result.outcome === 'refused' && result.error.class, 'retry')
})

test('an answer that is no answer of Meta’s gets its word', async (t) => {
  const { send } = await provider(t)
  const answers: [number, Record<string, string>, string, string, string][] = [
    [200, {}, '{"messages":[]}', 'unknown', 'provider_unclear'],
    [200, {}, '<html>', 'unknown', 'provider_unclear'],
    [200, {}, '[]', 'unknown', 'provider_unclear'],
    [500, {}, '{"error":{"code":987654}}', 'refused', 'provider_trouble'],
    [429, { 'retry-after': '7' }, '', 'refused', 'provider_busy'],
    [401, {}, '', 'refused', 'access_denied'],
    [302, { location: 'http://127.0.0.1/' }, '', 'refused', 'not_the_provider'],
    [404, {}, 'no', 'refused', 'not_the_provider'],
  ]
  let current: (typeof answers)[number] | undefined
  const odd = createServer((_request, response) => {
    response.writeHead(current?.[0] ?? 500, current?.[1] ?? {}).end(current?.[2])
  }).listen(0, '127.0.0.1')
  await once(odd, 'listening')
  t.after(() => odd.close())
  const baseUrl = `http://127.0.0.1:${(odd.address() as AddressInfo).port}`

  for (current of answers) {
    const result = await send({ baseUrl })
    const code = result.outcome === 'accepted' ? '' : result.error.code
    assert.deepEqual([result.outcome, code], [current[3], current[4]], current[2])
  }
})
