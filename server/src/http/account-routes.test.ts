import assert from 'node:assert/strict'
import { test } from 'node:test'
import { serve } from '../../world/serve.ts'

test('a person signs up, opens a workspace, signs out and in again', async (t) => {
  const { ask } = await serve(t, { worker: false })
  const person = { name: 'Mia', email: 'Mia@Bakery.test ', password: 'long enough' }

  const up = await ask('POST', '/api/v1/auth/sign-up', { body: person })
  assert.equal(up.status, 201)
  assert.equal(up.body.user.email, 'mia@bakery.test')
  assert.match(up.headers.getSetCookie()[0] ?? '', /HttpOnly; SameSite=Lax/)

  const opened = await ask('POST', '/api/v1/workspaces', {
    token: up.body.token,
    body: { name: 'Mia’s Bakery', timezone: 'America/Sao_Paulo', currency: 'brl', country: 'br' },
  })
  assert.equal(opened.status, 201)
  assert.deepEqual([opened.body.slug, opened.body.currency, opened.body.me.role], ['mia-s-bakery', 'BRL', 'owner'])

  const cookie = up.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ')
  assert.equal((await ask('GET', '/api/v1/me', { headers: { cookie } })).status, 200)
  await ask('POST', '/api/v1/auth/sign-out', { headers: { cookie } })
  assert.equal((await ask('GET', '/api/v1/me', { headers: { cookie } })).body.code, 'not_signed_in')
  assert.equal(
    (await ask('GET', '/api/v1/me', { token: up.body.token })).status,
    401,
    'the session is gone, its token too',
  )

  const back = await ask('POST', '/api/v1/auth/sign-in', {
    body: { email: 'mia@bakery.test', password: 'long enough' },
  })
  assert.equal(back.status, 200)
  const me = await ask('GET', '/api/v1/me', { token: back.body.token })
  assert.deepEqual(
    me.body.workspaces.map(({ slug, role }: { slug: string; role: string }) => [slug, role]),
    [['mia-s-bakery', 'owner']],
  )
})

test('what can’t be an account is refused at its field', async (t) => {
  const { ask } = await serve(t, { worker: false })
  const refused = await ask('POST', '/api/v1/auth/sign-up', {
    body: { name: ' ', email: 'nowhere', password: 'short' },
  })
  assert.equal(refused.status, 422)
  assert.deepEqual(
    refused.body.errors.map(({ path }: { path: string }) => path),
    ['name', 'email', 'password'],
  )

  const taken = await ask('POST', '/api/v1/auth/sign-up', {
    body: { name: 'Rosa', email: 'owner@rosa.test', password: 'long enough' },
  })
  assert.deepEqual([taken.status, taken.body.code], [409, 'email_taken'])
})

test('a wrong password and an unknown address are one answer', async (t) => {
  const { ask } = await serve(t, { worker: false })
  const wrong = await ask('POST', '/api/v1/auth/sign-in', { body: { email: 'owner@rosa.test', password: 'not it' } })
  const unknown = await ask('POST', '/api/v1/auth/sign-in', { body: { email: 'nobody@rosa.test', password: 'not it' } })
  assert.equal(wrong.status, 401)
  assert.deepEqual([unknown.status, unknown.body], [wrong.status, wrong.body])
})

test('guessing is slowed down, by account, and the clock lets people in again', async (t) => {
  const { ask, clock } = await serve(t, { worker: false })
  const guess = () => ask('POST', '/api/v1/auth/sign-in', { body: { email: 'owner@rosa.test', password: 'not it' } })
  for (let tries = 0; tries < 20; tries++) assert.equal((await guess()).status, 401)

  const refused = await guess()
  assert.deepEqual([refused.status, refused.body.code], [429, 'too_many_requests'])
  assert.ok(Number(refused.headers.get('retry-after')) > 0)

  clock.advance(600_001)
  assert.equal((await guess()).status, 401)
})

test('SIGN_UP=first lets the first account in and nobody after', async (t) => {
  const { ask } = await serve(t, { worker: false, environment: { SIGN_UP: 'first' } })
  const refused = await ask('POST', '/api/v1/auth/sign-up', {
    body: { name: 'Eve', email: 'eve@else.test', password: 'long enough' },
  })
  assert.deepEqual([refused.status, refused.body.code], [403, 'sign_up_closed'])
})

test('a cookie does not work from another website', async (t) => {
  const { ask } = await serve(t, { worker: false })
  const signedIn = await ask('POST', '/api/v1/auth/sign-in', {
    body: { email: 'owner@rosa.test', password: 'correct horse' },
  })
  const cookie = signedIn.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ')
  const body = { name: 'Ana' }

  const foreign = await ask('POST', '/api/v1/w/salon-rosa/contacts', {
    body,
    headers: { cookie, origin: 'https://evil.example' },
  })
  assert.deepEqual([foreign.status, foreign.body.code], [403, 'foreign_origin'])
  assert.equal(foreign.headers.get('access-control-allow-origin'), null)
  assert.equal((await ask('POST', '/api/v1/w/salon-rosa/contacts', { body, headers: { cookie } })).status, 201)
})

test('a token somebody made up, or signed with another key, is no session', async (t) => {
  const { ask, salon } = await serve(t, { worker: false })
  const [session] = salon.tokens.owner.split('.')
  for (const token of ['x', 'a.b', `${session}.${'A'.repeat(43)}=`, session ?? '']) {
    assert.equal((await ask('GET', '/api/v1/me', { token })).status, 401, token)
  }
})
