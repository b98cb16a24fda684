import assert from 'node:assert/strict'
import test from 'node:test'
import { conversation } from '../../testing/cast.ts'
import { effectiveStatus, filtersFrom, fits } from './filters.ts'

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
