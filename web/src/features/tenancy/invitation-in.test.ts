import assert from 'node:assert/strict'
import test from 'node:test'
import { invitationIn } from './invitation-in.ts'

test('an invitation is found in its own address and nowhere else', () => {
  assert.equal(invitationIn('/invite/a-B_9'), 'a-B_9')
  for (const other of [undefined, '/', '/invite/', '/invite/a/b', '/w/invite/a', '/invite/a?b', 'x/invite/a'])
    assert.equal(invitationIn(other), undefined)
})
