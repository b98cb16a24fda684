import assert from 'node:assert/strict'
import test from 'node:test'
import { dayName, shortWhen, spokenWhen, timeLeft } from './when.ts'

const at = (text: string) => new Date(text)
const iso = (text: string) => at(text).toISOString()
const now = at('2026-03-11T14:30:00')

test('a row says the time today, then the day, then the date', () => {
  assert.match(shortWhen(iso('2026-03-11T09:05:00'), now), /9:05/)
  assert.equal(shortWhen(iso('2026-03-10T23:59:00'), now), 'Yesterday')
  assert.equal(shortWhen(iso('2026-03-06T12:00:00'), now), 'Fri')
  assert.doesNotMatch(shortWhen(iso('2026-03-01T12:00:00'), now), /2026/)
  assert.match(shortWhen(iso('2025-03-01T12:00:00'), now), /2025/)
})

test('a minute after midnight, a minute before is yesterday', () => {
  const justAfter = at('2026-03-11T00:01:00')
  assert.equal(shortWhen(iso('2026-03-10T23:59:00'), justAfter), 'Yesterday')
  assert.equal(dayName(iso('2026-03-10T23:59:00'), justAfter), 'Yesterday')
  assert.equal(dayName(iso('2026-03-11T00:00:00'), justAfter), 'Today')
})

test('a clock that runs a little ahead still says today', () => {
  assert.match(shortWhen(iso('2026-03-11T14:32:00'), now), /:32/)
  assert.match(spokenWhen(iso('2026-03-11T14:32:00'), now), /^today /)
})

test('what is left is said in the unit that matters', () => {
  assert.equal(timeLeft(iso('2026-03-12T14:00:00'), now), '23 h')
  assert.equal(timeLeft(iso('2026-03-11T15:29:00'), now), '59 min')
  assert.equal(timeLeft(iso('2026-03-11T14:30:30'), now), 'less than a minute')
  assert.equal(timeLeft(iso('2026-03-11T14:30:00'), now), null)
})
