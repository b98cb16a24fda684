import assert from 'node:assert/strict'
import { test } from 'node:test'
import { quietUntil } from './quiet-hours.ts'
import { zoneOf } from './zone-of.ts'

const night = { from: '21:00', to: '08:00' }
const until = (hours: { from: string; to: string }, zone: string, now: string) =>
  quietUntil(hours, zone, new Date(now))?.toISOString()

test('the night goes over midnight and ends in the morning, by the clock of the place', () => {
  assert.equal(until(night, 'Europe/Madrid', '2026-06-01T19:00:00Z'), '2026-06-02T06:00:00.000Z')
  assert.equal(until(night, 'Europe/Madrid', '2026-06-02T05:59:59Z'), '2026-06-02T06:00:00.000Z')
  assert.equal(until(night, 'Europe/Madrid', '2026-06-02T06:00:00Z'), undefined)
  assert.equal(until(night, 'Europe/Madrid', '2026-06-01T18:59:59Z'), undefined)
  assert.equal(until(night, 'Asia/Kolkata', '2026-06-01T16:00:00Z'), '2026-06-02T02:30:00.000Z')
  assert.equal(until(night, 'America/New_York', '2026-12-31T03:00:00Z'), '2026-12-31T13:00:00.000Z')
})

test('quiet within a day, such as a siesta', () => {
  const siesta = { from: '14:00', to: '17:00' }
  assert.equal(until(siesta, 'Europe/Madrid', '2026-06-01T12:00:00Z'), '2026-06-01T15:00:00.000Z')
  assert.equal(until(siesta, 'Europe/Madrid', '2026-06-01T11:59:00Z'), undefined)
  assert.equal(until(siesta, 'Europe/Madrid', '2026-06-01T15:00:00Z'), undefined)
})

test('nights in which the clock changes are shorter and longer, and an end it leaps over comes with the leap', () => {
  assert.equal(until(night, 'Europe/Madrid', '2026-03-28T22:00:00Z'), '2026-03-29T06:00:00.000Z')
  assert.equal(until(night, 'Europe/Madrid', '2026-10-24T22:00:00Z'), '2026-10-25T07:00:00.000Z')
  assert.equal(
    until({ from: '21:00', to: '02:30' }, 'Europe/Madrid', '2026-03-29T00:30:00Z'),
    '2026-03-29T01:30:00.000Z',
  )
})

test('a person’s clock is their country’s, when it has one; else the business’s', () => {
  const zone = (kind: string, value: string) =>
    zoneOf({ kind, value }, 'Europe/Madrid', new Date('2026-06-01T12:00:00Z'))
  assert.equal(zone('phone', '+447400123456'), 'Europe/London')
  assert.equal(zone('phone', '+919876543210'), 'Asia/Calcutta')
  assert.equal(zone('phone', '+4915123456789'), 'Europe/Berlin')
  assert.equal(zone('phone', '+12025550123'), 'Europe/Madrid')
  assert.equal(zone('phone', '+34612345678'), 'Europe/Madrid')
  assert.equal(zone('whatsapp_user_id', 'GB.1A2B3C'), 'Europe/London')
  assert.equal(zone('email', 'ana@example.com'), 'Europe/Madrid')
  assert.equal(zone('phone', '+999'), 'Europe/Madrid')
})
