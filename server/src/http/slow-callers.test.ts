import assert from 'node:assert/strict'
import { connect } from 'node:net'
import { Readable } from 'node:stream'
import { test } from 'node:test'
import { setTimeout as delay } from 'node:timers/promises'
import { serve } from '../../world/serve.ts'

test('who does not get to the point is answered and hung up on', async (t) => {
  const { url } = await serve(t, { worker: false, extra: { patience: { headers: 200, request: 600 } } })
  const port = Number(new URL(url).port)
  const says = (bytes: string) =>
    new Promise<string>((resolve, reject) => {
      let heard = ''
      const socket = connect(port, '127.0.0.1', () => socket.write(bytes))
      socket.setEncoding('utf8').on('data', (text: string) => {
        heard += text
      })
      socket.on('close', () => resolve(heard)).on('error', reject)
    })

  const headers = await says('GET /health HTTP/1.1\r\nhost: x\r\nx-half: ')
  assert.match(headers, /^HTTP\/1\.1 408 .*application\/problem\+json.*"code":"request_too_slow"/s)
  const body = await says(
    'POST /api/v1/auth/sign-in HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 50\r\n\r\n{"email',
  )
  assert.match(body, /^HTTP\/1\.1 408 .*"code":"request_too_slow"/s)
  const long = await says(`GET /${'x'.repeat(20_000)} HTTP/1.1\r\nhost: x\r\n\r\n`)
  assert.match(long, /^HTTP\/1\.1 431 .*"code":"headers_too_large"/s)
  const many = await says(`GET / HTTP/1.1\r\nhost: x\r\n${'x-more: 1234567890\r\n'.repeat(1_000)}\r\n`)
  assert.match(many, /^HTTP\/1\.1 431 /)
  assert.match(await says('no HTTP at all\r\n\r\n'), /^HTTP\/1\.1 400 .*"code":"bad_request"/s)
})

test('an upload may take its time, for who may upload', async (t) => {
  const { url, salon } = await serve(t, { worker: false, extra: { patience: { headers: 200, request: 300 } } })
  const upload = (token: string) => {
    const slowly = async function* () {
      yield Buffer.from('Half of it, ')
      await delay(900)
      yield Buffer.from('and the other half.')
    }
    return fetch(`${url}/api/v1/w/${salon.slug}/media?name=slow.txt`, {
      ...{ method: 'POST', headers: { authorization: `Bearer ${token}`, 'content-type': 'text/plain' } },
      ...{ body: Readable.toWeb(Readable.from(slowly())), duplex: 'half' },
    } as RequestInit)
  }
  assert.equal((await upload(salon.tokens.staff)).status, 201)
  const stranger = await upload('nobody')
  assert.deepEqual([stranger.status, stranger.headers.get('connection')], [401, 'close'])
})

test('bodies are bounded in bytes, depth and number of values, strangers’ tighter than members’', async (t) => {
  const { ask, salon } = await serve(t, { worker: false })
  const token = salon.tokens.owner
  const add = (body: unknown) => ask('POST', `/api/v1/w/${salon.slug}/contacts`, { token, body })
  const nested = (depth: number) => JSON.parse('['.repeat(depth) + ']'.repeat(depth))

  assert.equal((await add({ name: 'A', extra: nested(30) })).status, 201)
  assert.deepEqual(codeOf(await add({ name: 'A', extra: nested(50) })), [413, 'body_too_complex'])
  assert.deepEqual(codeOf(await add({ name: 'A', extra: nested(1_000) })), [413, 'body_too_complex'])
  assert.deepEqual(codeOf(await add({ name: 'A', extra: Array(60_000).fill(0) })), [413, 'body_too_complex'])
  assert.equal((await add({ name: 'A', extra: '[{,:'.repeat(60_000) })).status, 201, 'signs in a text are text')
  assert.equal((await add({ name: 'A', extra: '"\\'.repeat(60_000) })).status, 201)
  assert.deepEqual(codeOf(await add({ name: 'x'.repeat(1_100_000) })), [413, 'body_too_large'])
  const knock = (password: string) => ask('POST', '/api/v1/auth/sign-in', { body: { email: 'a@b.test', password } })
  assert.deepEqual(codeOf(await knock('x'.repeat(20_000))), [413, 'body_too_large'])
})

function codeOf({ status, body }: { status: number; body: { code?: string } }): unknown[] {
  return [status, body.code]
}
