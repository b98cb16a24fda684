import assert from 'node:assert/strict'
import { test } from 'node:test'
import { noteSendError } from '#channels'
import { catchUp } from '#lib/facts/react'
import { checkNumber, inbox } from '../../../../world/inbox.ts'
import { reactions } from '../reactions.ts'

test('replies leave in the order they were written, each once', async (t) => {
  const { answer, deliver, message, texts, meta } = await inbox(t)
  const ids = [await answer('one'), await answer('two'), await answer('three')]

  await Promise.all([deliver(), deliver(), deliver()])
  await deliver()

  assert.deepEqual(texts(), ['one', 'two', 'three'])
  const shown = await Promise.all(ids.map(message))
  assert.deepEqual(
    shown.map(({ status, providerMessageId }) => [status, providerMessageId]),
    meta.outbox.map(({ id }) => ['accepted', id]),
  )
})

test('a later message waits for an earlier one that is to be retried', async (t) => {
  const { answer, clock, deliver, message, meta, texts } = await inbox(t)
  meta.misbehave({ kind: 'error', code: 131000, times: 1 })
  const first = await answer('one')
  const second = await answer('two')

  const outcome = await deliver()
  assert.equal(outcome.kind, 'snooze')
  assert.deepEqual(texts(), [])
  assert.deepEqual([(await message(first)).status, (await message(first)).error?.code], ['queued', 'provider_trouble'])

  clock.advance(1_000)
  await deliver()
  assert.deepEqual(texts(), ['one', 'two'])
  assert.deepEqual([(await message(first)).error, (await message(second)).status], [null, 'accepted'])
})

test('trouble that does not pass ends after five tries, and the next message goes on', async (t) => {
  const { answer, clock, deliver, message, meta, texts } = await inbox(t)
  meta.misbehave({ kind: 'error', code: 131000, times: 5 })
  const first = await answer('one')
  await answer('two')

  for (let round = 0; round < 5; round++) {
    await deliver()
    clock.advance(60_000)
  }
  await deliver()

  const failed = await message(first)
  assert.deepEqual([failed.status, failed.error?.code], ['failed', 'provider_trouble'])
  assert.deepEqual(texts(), ['two'])
  assert.equal(sends(meta.calls), 6)
})

for (const code of [130429, 131056]) {
  test(`being throttled with ${code} is no try: it may happen more often than tries are allowed`, async (t) => {
    const { answer, clock, deliver, message, meta, texts } = await inbox(t)
    meta.misbehave({ kind: 'error', code, times: 7 })
    const id = await answer('one')

    for (let round = 0; round < 7; round++) {
      await deliver()
      assert.equal((await message(id)).status, 'queued')
      clock.advance(2 * 60 * 60_000)
    }
    await deliver()

    assert.deepEqual(texts(), ['one'])
    assert.equal((await message(id)).status, 'accepted')
  })
}

test('what WhatsApp refuses for good fails with its words, and the next message goes on', async (t) => {
  const { answer, deliver, message, meta, texts } = await inbox(t)
  meta.misbehave({ kind: 'error', code: 131026, times: 1 })
  const first = await answer('one')
  await answer('two')

  await deliver()

  const failed = await message(first)
  assert.deepEqual([failed.status, failed.error?.code, failed.error?.class], ['failed', 'undeliverable', 'recipient'])
  assert.deepEqual(texts(), ['two'])
})

test('a refused token keeps the queue until the number works again', async (t) => {
  const { answer, channel, deliver, message, meta, salon, context, texts } = await inbox(t)
  meta.misbehave({ kind: 'error', code: 190, times: 1 })
  const ids = [await answer('one'), await answer('two')]
  const [release] = reactions
  const hear = () => catchUp(release!, { ...context, signal: AbortSignal.timeout(10_000) })
  await hear()

  await deliver()
  const held = await message(ids[0]!)
  assert.deepEqual([held.status, held.error?.code], ['queued', 'token_invalid'])
  assert.equal((await deliver()).kind, 'snooze')
  assert.equal(sends(meta.calls), 1)

  await checkNumber({ context }, salon, channel.id)
  while (texts().length < 2) {
    await hear()
    await deliver()
  }
  assert.deepEqual(texts(), ['one', 'two'])
  assert.equal((await message(ids[0]!)).error, null)
})

test('nothing is sent by a paused number, and the message says why', async (t) => {
  const { answer, asSystem, channel, deliver, message, meta } = await inbox(t)
  const id = await answer('one')
  await asSystem((tx) =>
    noteSendError(tx, channel.id, { code: 'spam_limited', class: 'stop_lane', message: 'Reported as spam.' }),
  )

  await deliver()

  const held = await message(id)
  assert.deepEqual([held.status, held.error?.message], ['queued', 'Reported as spam.'])
  assert.equal(sends(meta.calls), 0)
})

test('a window that closes while the message waits: it fails without a call', async (t) => {
  const { answer, clock, deliver, message, meta } = await inbox(t)
  const id = await answer('one')
  clock.advance(24 * 60 * 60_000)

  await deliver()

  const failed = await message(id)
  assert.deepEqual([failed.status, failed.error?.code], ['failed', 'outside_24h_window'])
  assert.equal(sends(meta.calls), 0)
})

function sends(calls: readonly { method: string; path: string }[]): number {
  return calls.filter(({ method, path }) => method === 'POST' && path.endsWith('/messages')).length
}
