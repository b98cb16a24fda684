import assert from 'node:assert/strict'
import { once } from 'node:events'
import { connect } from 'node:net'
import { test } from 'node:test'
import { serve } from '../../world/serve.ts'

test('a connection opened in advance does not hold up the end', { timeout: 20_000 }, async (t) => {
  const { http, url } = await serve(t, { worker: false })
  const accepted = once(http.server, 'connection')
  const spare = connect(Number(new URL(url).port), '127.0.0.1')
  await accepted
  const ended = once(spare, 'close')

  await http.close()

  await ended
  assert.equal(http.server.listening, false)
})
