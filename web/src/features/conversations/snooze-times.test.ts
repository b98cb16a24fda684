import assert from 'node:assert/strict'
import test from 'node:test'
import { instantOf, readWallTime, snoozeTimes, writeWallTime } from './snooze-times.ts'

const madrid = 'Europe/Madrid'
const times = (now: string, zone = madrid) =>
  snoozeTimes(new Date(now), zone).map(({ words, at }) => [words, at.toISOString()])

test('times are those of the business, not of the browser', () => {
  assert.deepEqual(times('2026-03-11T09:20:00Z'), [
    ['Later today', '2026-03-11T12:00:00.000Z'],
    ['Tomorrow morning', '2026-03-12T08:00:00.000Z'],
    ['Next week', '2026-03-16T08:00:00.000Z'],
  ])
  assert.deepEqual(times('2026-03-11T09:20:00Z', 'Asia/Kolkata')[1], ['Tomorrow morning', '2026-03-12T03:30:00.000Z'])
})

test('in the evening there is no later today, and on a Monday next week is a week away', () => {
  assert.deepEqual(
    times('2026-03-16T17:00:00Z').map(([words, at]) => `${words} ${at?.slice(0, 10)}`),
    ['Tomorrow morning 2026-03-17', 'Next week 2026-03-23'],
  )
  assert.equal(times('2026-03-31T22:30:00Z')[1]?.[1], '2026-04-02T07:00:00.000Z')
})

test('mornings stay mornings when the clocks change', () => {
  assert.equal(times('2026-03-28T10:00:00Z')[1]?.[1], '2026-03-29T07:00:00.000Z')
  assert.equal(times('2026-10-24T10:00:00Z')[1]?.[1], '2026-10-25T08:00:00.000Z')
  const skipped = instantOf({ year: 2026, month: 3, day: 29, hour: 2, minute: 30 }, madrid).toISOString()
  assert.ok(['2026-03-29T00:30:00.000Z', '2026-03-29T01:30:00.000Z'].includes(skipped), skipped)
})

test('what the box says is read by the same clock, and nonsense is none', () => {
  const at = readWallTime('2026-07-01T09:30', madrid)
  assert.equal(at?.toISOString(), '2026-07-01T07:30:00.000Z')
  assert.equal(writeWallTime(at!, madrid), '2026-07-01T09:30')
  assert.equal(readWallTime('soon', madrid), null)
})
