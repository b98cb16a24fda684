import assert from 'node:assert/strict'
import test from 'node:test'
import type { Conversation } from '../../lib/api-types.ts'
import { conversation } from '../../testing/cast.ts'
import { effectiveStatus, type Filters, filterOfView, filtersFrom, filtersOfView, fits, isView } from './filters.ts'

test('an address is read for what makes sense and nothing else', () => {
  assert.deepEqual(filtersFrom({ status: 'pending', assignee: 'me', unread: 'true', q: 'ana' }), {
    status: 'pending',
    assignee: 'me',
    unread: true,
    q: 'ana',
  })
  assert.deepEqual(filtersFrom({ status: 'lost', assignee: 7, unread: 'maybe', q: '', x: 1 }), {})
})

test('one sees open ones, and searches all', () => {
  assert.equal(effectiveStatus({}), 'open')
  assert.equal(effectiveStatus({ q: 'ana' }), 'all')
  assert.equal(effectiveStatus({ q: 'ana', status: 'resolved' }), 'resolved')
})

test('a conversation belongs where its status and its person say', () => {
  const mine = conversation('a', { assignee: { id: 'rosa', name: 'Rosa' } })
  assert.equal(fits({}, mine, 'rosa'), true)
  assert.equal(fits({}, conversation('b', { status: 'resolved' }), 'rosa'), false)
  assert.equal(fits({ assignee: 'me' }, mine, 'rosa'), true)
  assert.equal(fits({ assignee: 'me' }, mine, 'leo'), false)
  assert.equal(fits({ assignee: 'none' }, mine, 'rosa'), false)
})

test('labels, numbers and who waits narrow as well, and an address carries them', () => {
  const id = '01890000-0000-7000-8000-000000000001'
  const filters = filtersFrom({ label: ['vip', 7, ''], channelId: id, assignee: id, waiting: 'true' })
  assert.deepEqual(filters, { label: ['vip'], channelId: id, assignee: id, waiting: true })
  assert.deepEqual(filtersFrom({ label: 'vip', channelId: 'x', assignee: 'x' }), { label: ['vip'] })
  assert.equal(fits({ label: ['vip'] }, conversation('a', { labels: ['late', 'vip'] }), 'rosa'), true)
  assert.equal(fits({ label: ['vip', 'new'] }, conversation('a', { labels: ['vip'] }), 'rosa'), false)
  assert.equal(fits({ waiting: true }, conversation('a'), 'rosa'), false)
})

test('a view and the address that shows it say the same', () => {
  for (const filters of [
    {},
    { status: 'all' },
    { q: 'ana' },
    { status: 'open', q: 'ana' },
    { label: ['vip'] },
  ] as const) {
    const view = { filter: filterOfView(filters as Filters) }
    assert.equal(isView(filters as Filters, view), true, JSON.stringify(filters))
    assert.equal(isView(filtersOfView(view), view), true)
  }
  assert.equal(isView({}, { filter: { status: 'pending' } }), false)
})

test('what waits for a person is shown whatever its status, until somebody has taken over', () => {
  const handoff = { requestedAt: '2026-03-11T10:00:00Z', reason: 'x', by: 'customer', requestedBy: null } as const
  const waiting = { ...handoff, takenBy: null, takenAt: null }
  const fitting = (change: Partial<Conversation>) =>
    fits(filtersFrom({ handoff: 'waiting' }), conversation('a', change), undefined)
  assert.equal(fitting({ handoff: waiting, status: 'pending' }), true)
  assert.equal(fitting({ handoff: { ...waiting, takenAt: '2026-03-11T10:05:00Z' } }), false)
  assert.equal(fitting({}), false)
})
