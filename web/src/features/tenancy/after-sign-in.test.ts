import assert from 'node:assert/strict'
import test from 'node:test'
import { safeNext } from './after-sign-in.ts'

test('one returns to a page of this site', () => {
  assert.equal(safeNext('/w/salon/inbox?q=a'), '/w/salon/inbox?q=a')
})

test('no address leads to another site, or back to the door', () => {
  for (const next of ['//evil.example', '/\\evil.example', 'https://evil.example', 'w/x', '', 7, null, '/sign-in']) {
    assert.equal(safeNext(next), undefined, String(next))
  }
})
