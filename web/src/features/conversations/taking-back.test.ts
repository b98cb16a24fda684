import assert from 'node:assert/strict'
import test from 'node:test'
import type { BulkResult } from '../../lib/api-types.ts'
import { takingBack } from './taking-back.ts'

const changed = (id: string, changes: BulkResult['changes']): BulkResult => ({ id, outcome: 'changed', changes })
const now = new Date('2026-03-11T10:00:00Z')

test('each goes back to what it was, those alike together', () => {
  const back = takingBack(
    [
      changed('a', { status: { from: 'open', to: 'resolved' } }),
      changed('b', { status: { from: 'pending', to: 'resolved' } }),
      changed('c', { status: { from: 'open', to: 'resolved' } }),
      changed('d', {
        status: { from: 'snoozed', to: 'resolved' },
        snoozedUntil: { from: '2026-03-12T08:00:00Z', to: null },
      }),
      changed('e', {
        status: { from: 'snoozed', to: 'resolved' },
        snoozedUntil: { from: '2026-03-11T09:59:00Z', to: null },
      }),
    ],
    now,
  )
  assert.deepEqual(back, [
    { ids: ['a', 'c'], act: { kind: 'reopen' } },
    { ids: ['b'], act: { kind: 'pend' } },
    { ids: ['d'], act: { kind: 'snooze', until: '2026-03-12T08:00:00Z' } },
    { ids: ['e'], act: { kind: 'snooze', until: null } },
  ])
})

test('labels and assignment go back, having read does not', () => {
  assert.deepEqual(
    takingBack([
      changed('a', { labels: { from: ['x', 'y'], to: ['y', 'z'] } }),
      changed('b', { assigneeId: { from: 'leo', to: null } }),
      changed('c', { unreadCount: { from: 3, to: 0 } }),
    ]),
    [
      { ids: ['a'], act: { kind: 'label', add: ['x'], remove: ['z'] } },
      { ids: ['b'], act: { kind: 'assign', assigneeId: 'leo' } },
    ],
  )
})
