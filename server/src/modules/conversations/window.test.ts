import assert from 'node:assert/strict'
import { test } from 'node:test'
import { windowAt, windowOn } from './window.ts'

const wrote = new Date('2026-03-02T09:00:00.000Z')

test('the window is open to the last millisecond of its 24 hours and closed at the first after', () => {
  assert.equal(windowAt(wrote, new Date('2026-03-03T08:59:59.999Z')).open, true)
  assert.equal(windowAt(wrote, new Date('2026-03-03T09:00:00.000Z')).open, false)
})

test('it tells when it closes, also after it has closed', () => {
  const closesAt = new Date('2026-03-03T09:00:00.000Z')

  assert.deepEqual(windowAt(wrote, wrote), { open: true, closesAt })
  assert.deepEqual(windowAt(wrote, new Date('2026-04-01T00:00:00Z')), { open: false, closesAt })
})

test('a customer who never wrote has opened none', () => {
  assert.deepEqual(windowAt(null, wrote), { open: false, closesAt: null })
})

test('where a channel has no window it is always open, and closes never', () => {
  const now = new Date('2026-03-02T12:00:00Z')
  assert.deepEqual(windowOn({ hasWindow: false }, null, now), { open: true, closesAt: null })
  assert.deepEqual(windowOn({ hasWindow: true }, null, now), { open: false, closesAt: null })
})
