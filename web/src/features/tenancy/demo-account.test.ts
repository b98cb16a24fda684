import assert from 'node:assert/strict'
import test from 'node:test'
import { signIn } from '../../../../server/world/demo/salon.ts'
import { demoAccount } from './demo-account.ts'

test('the sign-in page offers the account that the demo has', () => {
  assert.deepEqual({ email: signIn.email, password: signIn.password }, demoAccount)
})
