import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type Attempt, isStillOwed, type Receipt, standingOf } from './standing.ts'

const minute = (count: number) => new Date(Date.UTC(2026, 2, 2, 9, count))
const undeliverable = { code: 'undeliverable', class: 'recipient', message: 'It can’t be delivered.' }

function attempt(number: number, state: Attempt['state'], receipts: readonly Receipt[] = []): Attempt {
  const error = state === 'refused' || state === 'unknown' ? undeliverable : null
  return { number, state, providerMessageId: `wamid.${number}`, error, receipts }
}

function receipt(status: Receipt['status'], at: number): Receipt {
  return { status, at: minute(at), error: status === 'failed' ? { ...undeliverable, code: `failed_${at}` } : null }
}

const anyReceipt = fc
  .record({
    status: fc.constantFrom('sent', 'delivered', 'read', 'played', 'failed'),
    at: fc.integer({ min: 0, max: 9 }),
  })
  .map(({ status, at }) => receipt(status as Receipt['status'], at))

const anyAttempts = fc
  .array(
    fc.record({
      state: fc.constantFrom('calling', 'accepted', 'refused', 'unknown', 'lost', 'given_up'),
      receipts: fc.array(anyReceipt, { maxLength: 6 }),
    }),
    { minLength: 1, maxLength: 3 },
  )
  .map((list) => list.map(({ state, receipts }, index) => attempt(index + 1, state as Attempt['state'], receipts)))

test('no order and no repetition of receipts changes how a message stands', () => {
  const shuffledAndRepeated = anyAttempts.chain((attempts) =>
    fc.tuple(
      fc.constant(attempts),
      fc.tuple(...attempts.map(({ receipts }) => fc.shuffledSubarray([...receipts, ...receipts, ...receipts]))),
    ),
  )

  fc.assert(
    fc.property(shuffledAndRepeated, ([attempts, orders]) => {
      // A sub-array may lack some receipts: what is left out is put in front, so that only order and number differ.
      const again = attempts.map((one, index) => ({ ...one, receipts: [...(orders[index] ?? []), ...one.receipts] }))
      const backwards = again.map((one) => ({ ...one, receipts: one.receipts.toReversed() })).toReversed()
      const expected = standingOf(attempts, null)
      assert.deepEqual(standingOf(again, null), expected)
      assert.deepEqual(standingOf(backwards, null), expected)
    }),
    { numRuns: 10_000 },
  )
})

test('one more receipt never takes a message back', () => {
  const ladder = ['queued', 'unknown', 'accepted', 'sent', 'failed', 'delivered', 'read', 'played']
  fc.assert(
    fc.property(fc.array(anyReceipt, { maxLength: 6 }), anyReceipt, (receipts, next) => {
      const before = standingOf([attempt(1, 'accepted', receipts)], null)
      const after = standingOf([attempt(1, 'accepted', [...receipts, next])], null)
      assert.ok(ladder.indexOf(after.status) >= ladder.indexOf(before.status))
    }),
    { numRuns: 2_000 },
  )
})

test('delivery outweighs a failure, and the reason of the failure is kept', () => {
  const { status, error } = standingOf([attempt(1, 'accepted', [receipt('delivered', 1), receipt('failed', 2)])], null)
  assert.deepEqual([status, error?.code], ['delivered', 'failed_2'])
})

test('a failure outweighs sent, and the first of several is shown', () => {
  const receipts = [receipt('failed', 4), receipt('sent', 1), receipt('failed', 3)]
  const { status, error, sentAt } = standingOf([attempt(1, 'accepted', receipts)], null)
  assert.deepEqual([status, error?.code, sentAt], ['failed', 'failed_3', minute(1)])
})

test('read implies sent and delivered, with first times', () => {
  const { status, sentAt, deliveredAt, readAt } = standingOf(
    [attempt(1, 'accepted', [receipt('read', 5), receipt('read', 3)])],
    null,
  )
  assert.deepEqual([status, sentAt, deliveredAt, readAt], ['read', minute(3), minute(3), minute(3)])
})

test('a failed first try does not hide the second, whatever stage that is at', () => {
  const first = attempt(1, 'accepted', [receipt('failed', 1)])
  assert.equal(standingOf([first], { reason: null }).status, 'queued')
  assert.equal(standingOf([first, attempt(2, 'calling')], { reason: null }).status, 'queued')
  assert.equal(standingOf([first, attempt(2, 'unknown')], { reason: null }).status, 'unknown')
  assert.equal(standingOf([first, attempt(2, 'accepted')], null).status, 'accepted')
  assert.equal(standingOf([first, attempt(2, 'accepted', [receipt('failed', 2)])], null).error?.code, 'failed_2')
})

test('what was taken for lost or given up comes back with its first receipt', () => {
  assert.equal(standingOf([attempt(1, 'given_up')], null).status, 'failed')
  assert.equal(standingOf([attempt(1, 'given_up', [receipt('sent', 1)])], null).status, 'sent')
  assert.equal(standingOf([attempt(1, 'lost', [receipt('sent', 1)]), attempt(2, 'calling')], null).status, 'sent')
})

test('a call is owed until an attempt is answered for', () => {
  const failed = attempt(1, 'accepted', [receipt('failed', 1)])
  assert.equal(isStillOwed([], 'waiting'), true)
  assert.equal(isStillOwed([attempt(1, 'unknown')], 'unknown'), true)
  assert.equal(isStillOwed([attempt(1, 'accepted')], 'sending'), false)
  assert.equal(isStillOwed([failed], 'unknown'), false, 'a failure answers the call it belongs to')
  assert.equal(isStillOwed([failed], 'waiting'), true, 'a person asked for it again')
  assert.equal(isStillOwed([failed, attempt(2, 'calling')], 'sending'), true)
  assert.equal(isStillOwed([attempt(1, 'lost', [receipt('sent', 1)])], 'waiting'), false, 'it was not lost after all')
})
