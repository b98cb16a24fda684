import assert from 'node:assert/strict'
import { test } from 'node:test'
import { serve } from '../../world/serve.ts'

test('the same request under one key acts once and is answered alike', async (t) => {
  const { ask, salon } = await serve(t, { worker: false })
  const post = (body: object, key = 'k-1', token = salon.tokens.owner) =>
    ask('POST', '/api/v1/w/salon-rosa/contacts', { token, body, headers: { 'idempotency-key': key } })

  const first = await post({ name: 'Ana' })
  const again = await post({ name: 'Ana' })

  assert.equal(first.status, 201)
  assert.deepEqual([again.status, again.body], [201, first.body])
  assert.equal(again.headers.get('idempotent-replay'), 'true')
  const { body } = await ask('GET', '/api/v1/w/salon-rosa/contacts', { token: salon.tokens.owner })
  assert.equal(body.items.length, 1)
})

test('another request under a used key is refused, and so is a key nobody can send', async (t) => {
  const { ask, salon } = await serve(t, { worker: false })
  const post = (body: object, key: string) =>
    ask('POST', '/api/v1/w/salon-rosa/contacts', {
      token: salon.tokens.owner,
      body,
      headers: { 'idempotency-key': key },
    })
  await post({ name: 'Ana' }, 'k-1')

  const other = await post({ name: 'Ben' }, 'k-1')
  const tooLong = await post({ name: 'Ben' }, 'k'.repeat(256))

  assert.deepEqual([other.status, other.body.code], [422, 'idempotency_key_reused'])
  assert.deepEqual([tooLong.status, tooLong.body.code], [422, 'invalid_input'])
})

test('a key belongs to the member who used it', async (t) => {
  const { ask, salon, clinic } = await serve(t, { worker: false })
  const headers = { 'idempotency-key': 'shared' }

  const answers = await Promise.all([
    ask('POST', '/api/v1/w/salon-rosa/contacts', { token: salon.tokens.owner, body: { name: 'Ana' }, headers }),
    ask('POST', '/api/v1/w/salon-rosa/contacts', { token: salon.tokens.staff, body: { name: 'Ben' }, headers }),
    ask('POST', '/api/v1/w/clinic-nord/contacts', { token: clinic.tokens.owner, body: { name: 'Cid' }, headers }),
  ])

  assert.deepEqual(
    answers.map(({ status }) => status),
    [201, 201, 201],
  )
})

test('of many at once one acts; the others are told to wait or get its answer', async (t) => {
  const { ask, salon } = await serve(t, { worker: false })
  const post = () =>
    ask('POST', '/api/v1/w/salon-rosa/contacts', {
      token: salon.tokens.owner,
      body: { name: 'Ana' },
      headers: { 'idempotency-key': 'k-1' },
    })

  const answers = await Promise.all(Array.from({ length: 20 }, post))

  assert.ok(
    answers.every(({ status, body }) => status === 201 || (status === 409 && body.code === 'idempotency_in_progress')),
  )
  assert.ok(answers.some(({ status }) => status === 201))
  const { body } = await ask('GET', '/api/v1/w/salon-rosa/contacts', { token: salon.tokens.owner })
  assert.equal(body.items.length, 1)
})

test('a refused act leaves its key free', async (t) => {
  const { ask, salon } = await serve(t, { worker: false })
  const post = (body: object) =>
    ask('POST', '/api/v1/w/salon-rosa/contacts', {
      token: salon.tokens.owner,
      body,
      headers: { 'idempotency-key': 'k-1' },
    })

  assert.equal((await post({ phone: 'no number' })).status, 422)
  assert.equal((await post({ phone: '+34600000001' })).status, 201)
})

test('a workspace, too, is opened once per key', async (t) => {
  const { ask, salon } = await serve(t, { worker: false })
  const token = salon.tokens.owner
  const open = (name: string) => {
    const body = { name, timezone: 'UTC', currency: 'EUR', country: 'ES' }
    return ask('POST', '/api/v1/workspaces', { token, body, headers: { 'idempotency-key': 'open-1' } })
  }

  const first = await open('Nail Bar')
  const again = await open('Nail Bar')
  const other = await open('Barber')

  assert.deepEqual([first.status, again.status, again.body], [201, 201, first.body])
  assert.deepEqual([other.status, other.body.code], [422, 'idempotency_key_reused'])
  assert.equal((await ask('GET', '/api/v1/me', { token })).body.workspaces.length, 2)
})
