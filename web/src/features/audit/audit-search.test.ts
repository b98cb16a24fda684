import assert from 'node:assert/strict'
import { test } from 'node:test'
import { asQuery, auditSearchFrom } from './audit-search.ts'

test('an address gives what it holds of the filters, and nothing else', () => {
  const search = { who: 'system', area: '', from: '2026-03-02', to: 'tomorrow', cursor: 'x', subjectId: 7 }
  assert.deepEqual(auditSearchFrom(search), { who: 'system', from: '2026-03-02' })
})

test('days are whole days where the reader is, the last one included', () => {
  const { from, to } = asQuery({ from: '2026-03-31', to: '2026-03-31' })
  assert.equal(from, new Date(2026, 2, 31).toISOString())
  assert.equal(to, new Date(2026, 3, 1).toISOString())
})
