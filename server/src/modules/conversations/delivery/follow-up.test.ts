import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ErrorClass, ProviderError } from '#channels'
import { followUp } from './follow-up.ts'

const error = (kind: ErrorClass, retryAfterMs?: number): ProviderError => ({
  code: 'any',
  class: kind,
  message: 'Any.',
  ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
})
const fresh = { tries: 0, throttles: 0 }
const [earliest, latest] = [() => 0, () => 1]

test('trouble that passes is tried again after waits that double, spread by half, and not after the fifth try', () => {
  const waits = [0, 1, 2, 3].map((tries) => followUp(error('retry'), { ...fresh, tries }, 1_000, latest))
  assert.deepEqual(
    waits,
    [1_000, 2_000, 4_000, 8_000].map((afterMs) => ({ kind: 'again', afterMs, counts: 'tries' })),
  )
  assert.deepEqual(followUp(error('retry'), fresh, 1_000, earliest), { kind: 'again', afterMs: 500, counts: 'tries' })
  assert.deepEqual(followUp(error('retry'), { ...fresh, tries: 4 }, 1_000), { kind: 'fail' })
})

test('a throttle waits four times as long each time, at least as long as asked, and is no try', () => {
  const waits = [0, 1, 2, 3].map((throttles) =>
    followUp(error('throttle', 6_000), { tries: 4, throttles }, 1, earliest),
  )
  assert.deepEqual(
    waits,
    [6_000, 6_000, 16_000, 64_000].map((afterMs) => ({ kind: 'again', afterMs, counts: 'throttles' })),
  )
})

test('what only people can mend keeps the queue, and the rest fails', () => {
  for (const kind of ['auth', 'stop_lane'] as const) assert.equal(followUp(error(kind), fresh, 1).kind, 'hold')
  for (const kind of [
    'our_request',
    'template',
    'recipient',
    'window',
    'consent',
    'media',
    'identity',
    'unknown_code',
  ] as const)
    assert.equal(followUp(error(kind), fresh, 1).kind, 'fail')
})
