import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readConfig } from './config.ts'

const base = { FRONTDESK_SECRET: 'a secret of this test alone' }
const issuer = { ...base, OIDC_ISSUER: 'https://accounts.google.com' }

test('another service to sign in with needs its client, and is called what people call it', () => {
  assert.equal(readConfig(base).oidc, undefined)
  assert.throws(() => readConfig(issuer), /OIDC_CLIENT_ID is missing.*Example: OIDC_CLIENT_ID=/)
  assert.throws(() => readConfig({ ...issuer, OIDC_CLIENT_ID: 'one' }), /OIDC_CLIENT_SECRET is missing/)
  assert.throws(() => readConfig({ ...issuer, OIDC_ISSUER: 'google' }), /OIDC_ISSUER has a wrong value/)
  const client = { OIDC_CLIENT_ID: 'one', OIDC_CLIENT_SECRET: 'two' }
  assert.equal(readConfig({ ...issuer, ...client }).oidc?.name, 'Google')
  assert.equal(readConfig({ ...issuer, ...client, OIDC_ISSUER: 'https://id.example.org' }).oidc?.name, 'id.example.org')
})

test('sign-up may be closed altogether', () => {
  assert.equal(readConfig({ ...base, SIGN_UP: 'closed' }).signUp, 'closed')
})
