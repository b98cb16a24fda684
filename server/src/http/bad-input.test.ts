import assert from 'node:assert/strict'
import { test } from 'node:test'
import { serve } from '../../world/serve.ts'

const contacts = '/api/v1/w/salon-rosa/contacts'

test('bodies nobody can read are refused with a code and a sentence', async (t) => {
  const { url, salon } = await serve(t, { worker: false })
  const post = async (body: string | Buffer<ArrayBuffer>, type = 'application/json') => {
    const response = await fetch(url + contacts, {
      method: 'POST',
      headers: { authorization: `Bearer ${salon.tokens.owner}`, 'content-type': type },
      body,
    })
    assert.equal(response.headers.get('content-type'), 'application/problem+json')
    const problem = (await response.json()) as { code: string; status: number; detail: string }
    assert.ok(problem.detail.length > 10)
    assert.equal(problem.status, response.status)
    return [response.status, problem.code]
  }

  assert.deepEqual(await post('{"name":'), [400, 'invalid_json'])
  assert.deepEqual(await post(Buffer.from([0x7b, 0xff, 0xfe, 0x7d])), [400, 'invalid_json'])
  assert.deepEqual(await post('{"__proto__":{"admin":true}}'), [400, 'invalid_json'])
  assert.deepEqual(await post('<xml/>', 'application/xml'), [415, 'unsupported_media_type'])
  assert.deepEqual(await post(JSON.stringify({ name: 'x'.repeat(1_100_000) })), [413, 'body_too_large'])
  assert.deepEqual(await post('[]'), [422, 'invalid_input'])
  assert.deepEqual(await post('null'), [422, 'invalid_input'])
  assert.deepEqual(await post(''), [422, 'invalid_input'])
})

test('NUL, lone surrogates and SQL are text like any other', async (t) => {
  const { ask, salon } = await serve(t, { worker: false })
  const token = salon.tokens.owner
  const hostile = [
    `'; drop table contacts.contact; --`,
    '\u0000 after nothing',
    '\ud800 alone',
    '%_\\',
    '<script>alert(1)</script>',
    '{{7*7}}',
  ]

  for (const name of hostile) {
    const made = await ask('POST', contacts, { token, body: { name } })
    assert.equal(made.status, 201, name)
    assert.equal(made.body.name, name.replaceAll('\u0000', '\ufffd').toWellFormed())
    const found = await ask('GET', `${contacts}?q=${encodeURIComponent(name.toWellFormed())}`, { token })
    assert.equal(found.status, 200, name)
  }
  assert.equal((await ask('GET', contacts, { token })).body.items.length, hostile.length)
})

test('addresses that can’t name anything are refused, never a bug', async (t) => {
  const { ask, salon } = await serve(t, { worker: false })
  const token = salon.tokens.owner
  const status = async (path: string) => (await ask('GET', path, { token })).status

  assert.equal(await status('/api/v1/w/salon%00rosa/contacts'), 400)
  assert.equal(await status('/api/v1/w/%F0%28%8C%28/contacts'), 400)
  assert.equal(await status(`${contacts}/1`), 422)
  assert.equal(await status(`${contacts}/00000000-0000-4000-8000-000000000000`), 404)
  assert.equal(await status(`${contacts}?cursor=nonsense`), 422)
  assert.equal(await status(`${contacts}?limit=0`), 422)
  assert.equal(await status(`${contacts}?limit=1e9`), 422)
  assert.equal(await status(`${contacts}?q=%00`), 200)
  assert.equal(await status('/api/v1/nowhere'), 404)
  assert.equal(await status('/api/v1/w/salon-rosa/nowhere'), 404)
})
