import assert from 'node:assert/strict'
import test from 'node:test'
import { startFakeMeta } from './index.ts'
import { salon, startReceiver } from './receiver.testing.ts'
import type { Json } from './types.ts'

const ana = '491713920001'

async function world(t: test.TestContext) {
  const receiver = await startReceiver()
  const fake = await startFakeMeta({ pace: { sent: 1, delivered: 2 } })
  fake.addNumber({ ...salon, webhookUrl: receiver.url })
  t.after(async () => {
    await fake.close()
    await receiver.close()
  })
  await fake.customerSends({ phoneNumberId: salon.phoneNumberId, from: ana, text: 'Hi' })
  const send = (signal?: AbortSignal) =>
    fetch(`${fake.url}/v23.0/${salon.phoneNumberId}/messages`, {
      method: 'POST',
      headers: { authorization: `Bearer ${salon.accessToken}`, 'content-type': 'application/json' },
      body: JSON.stringify({ messaging_product: 'whatsapp', to: ana, type: 'text', text: { body: 'Yes' } }),
      ...(signal ? { signal } : {}),
    })
  const statuses = () =>
    receiver.received.flatMap(({ payload }) => {
      const [entry] = payload.entry as [{ changes: [{ value: { statuses?: Json[] } }] }]
      return (entry.changes[0].value.statuses ?? []).map(({ status }) => status)
    })
  return { fake, receiver, send, statuses }
}

test('dropped after accepting: no answer, yet the message is out and its receipts come', async (t) => {
  const { fake, send, statuses } = await world(t)
  fake.misbehave({ kind: 'dropAfterAccepting', times: 1 })
  await assert.rejects(send())
  await fake.idle()

  assert.equal(fake.outbox.length, 1)
  assert.equal(fake.calls[0]?.status, 0)
  assert.deepEqual(statuses(), ['sent', 'delivered'])
  assert.equal((await send()).status, 200)
})

test('lost before accepting: no answer and no message', async (t) => {
  const { fake, send } = await world(t)
  fake.misbehave({ kind: 'loseBeforeAccepting', times: 1 })
  await assert.rejects(send())
  assert.equal(fake.outbox.length, 0)
  assert.equal(fake.calls.length, 1)
})

test('stalled: the receipts overtake the answer', async (t) => {
  const { fake, send, statuses } = await world(t)
  fake.misbehave({ kind: 'stall', ms: 60_000, times: 1 })
  const patience = new AbortController()
  const delivered = new Promise<void>((resolve) => {
    fake.on('webhook', () => statuses().length === 2 && resolve())
  })
  const answer = send(patience.signal)
  await delivered
  patience.abort()
  await assert.rejects(answer)
  assert.equal(fake.outbox.length, 1)
})

test('throttling and any other error, as often as asked', async (t) => {
  const { fake, send } = await world(t)
  fake.misbehave({ kind: 'error', code: 130429, times: 2 })
  fake.misbehave({ kind: 'error', code: 131056, times: 1 })
  fake.misbehave({ kind: 'error', code: 999, httpStatus: 418, details: 'Teapot.', times: 1 })
  const answers: [number, number][] = []
  for (let i = 0; i < 4; i++) {
    const response = await send()
    const { error } = (await response.json()) as { error: { code: number } }
    answers.push([response.status, error.code])
  }
  assert.deepEqual(answers, [
    [429, 130429],
    [429, 130429],
    [400, 131056],
    [418, 999],
  ])
  assert.equal((await send()).status, 200)
})

test('HTML, nothing and a bare 500 until told to behave', async (t) => {
  const { fake, send } = await world(t)
  fake.misbehave({ kind: 'html', times: 1 })
  assert.match(await (await send()).text(), /<html>/)
  fake.misbehave({ kind: 'empty', times: 1 })
  assert.equal(await (await send()).text(), '')
  fake.misbehave({ kind: 'http500' })
  assert.deepEqual([(await send()).status, (await send()).status], [500, 500])
  assert.equal(fake.faults.length, 1)
  fake.behave()
  assert.equal((await send()).status, 200)
  assert.equal(fake.outbox.length, 1)
})

test('duplicates are byte for byte the same', async (t) => {
  const { fake, receiver } = await world(t)
  fake.misbehave({ kind: 'duplicate', times: 1 })
  const before = receiver.received.length
  await fake.customerSends({ phoneNumberId: salon.phoneNumberId, from: ana, text: 'Again' })
  const [one, two, ...more] = receiver.received.slice(before)
  assert.deepEqual(one?.raw, two?.raw)
  assert.equal(more.length, 0)
})

test('reordered: delivered comes before sent', async (t) => {
  const { fake, send, statuses } = await world(t)
  fake.misbehave({ kind: 'reorder', on: true })
  await send()
  await fake.idle()
  assert.deepEqual(statuses(), ['delivered', 'sent'])
  fake.misbehave({ kind: 'reorder', on: false })
  assert.deepEqual(fake.faults, [])
})
