import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openEventStream } from '../../world/event-stream.ts'
import { serve } from '../../world/serve.ts'

const chrome =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0 Safari/537.36'
const iphone =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.0 Mobile/15E148 Safari/604.1'

test('one sees where one is signed in, and ends what should not be; streams end with their session', async (t) => {
  const { ask, url } = await serve(t, { worker: false, environment: { TRUST_PROXY: '1' } })
  const body = { email: 'owner@rosa.test', password: 'correct horse' }
  const signIn = async (agent: string, from: string) =>
    (
      await ask('POST', '/api/v1/auth/sign-in', {
        body,
        headers: { 'user-agent': agent, 'x-forwarded-for': from, 'x-frontdesk-address': '6.6.6.6' },
      })
    ).body.token as string
  const desk = await signIn(chrome, '203.0.113.7')
  const phone = await signIn(iphone, '198.51.100.4')
  const list = async (token: string) => (await ask('GET', '/api/v1/account/sessions', { token })).body.items

  const items = await list(desk)
  assert.deepEqual(
    items.slice(0, 2).map((item: Record<string, unknown>) => [item.device, item.address, item.current]),
    [
      ['Chrome on Windows', '203.0.113.7', true],
      ['Safari on iPhone', '198.51.100.4', false],
    ],
  )

  const listen = async (token: string) => {
    const stream = await openEventStream(t, `${url}/api/v1/w/salon-rosa/stream`, { authorization: `Bearer ${token}` })
    await stream.next(({ event }) => event === 'ready')
    return stream
  }
  const onPhone = await listen(phone)
  assert.equal((await ask('DELETE', `/api/v1/account/sessions/${items[1].id}`, { token: desk })).status, 204)
  await onPhone.ended
  assert.equal((await ask('GET', '/api/v1/me', { token: phone })).status, 401)
  assert.equal((await ask('DELETE', `/api/v1/account/sessions/${items[1].id}`, { token: desk })).status, 404)

  const [tablet, laptop] = [await signIn(iphone, '198.51.100.5'), await signIn(chrome, '198.51.100.6')]
  const [onTablet, onLaptop] = [await listen(tablet), await listen(laptop)]
  await ask('POST', '/api/v1/auth/sign-out', { token: tablet })
  await onTablet.ended
  assert.equal((await ask('DELETE', '/api/v1/account/sessions', { token: desk })).status, 204)
  await onLaptop.ended
  assert.deepEqual(
    (await list(desk)).map(({ current }: { current: boolean }) => current),
    [true],
  )
})

test('nobody ends, or sees, a session that is not theirs', async (t) => {
  const { ask, salon, clinic } = await serve(t, { worker: false })
  const [theirs] = (await ask('GET', '/api/v1/account/sessions', { token: salon.tokens.owner })).body.items
  for (const token of [clinic.tokens.owner, salon.tokens.manager])
    assert.equal((await ask('DELETE', `/api/v1/account/sessions/${theirs.id}`, { token })).status, 404)
  assert.equal((await ask('DELETE', '/api/v1/account/sessions/not-an-id', { token: clinic.tokens.owner })).status, 422)
  assert.equal((await ask('DELETE', '/api/v1/account/sessions', { token: clinic.tokens.owner })).status, 204)
  assert.equal((await ask('GET', '/api/v1/me', { token: salon.tokens.owner })).status, 200)
})

test('a name is changed for all to see, and nonsense is refused', async (t) => {
  const { ask, salon } = await serve(t, { worker: false })
  const rename = (name: unknown) => ask('PATCH', '/api/v1/account', { token: salon.tokens.staff, body: { name } })
  assert.equal((await rename('  Sam \u0000 Stone ')).body.user.name, 'Sam \uFFFD Stone')
  const members = await ask('GET', '/api/v1/w/salon-rosa/members', { token: salon.tokens.owner })
  assert.ok(members.body.items.some(({ name }: { name: string }) => name === 'Sam \uFFFD Stone'))
  await rename('Sam \uFFFD Stone')
  const log = await ask('GET', '/api/v1/w/salon-rosa/audit', { token: salon.tokens.owner })
  const told = log.body.items.filter(({ what }: { what: string }) => what === 'changed their name')
  assert.deepEqual(
    told.map(({ changes }: { changes: unknown }) => changes),
    [[{ field: 'name', from: 'Staff', to: 'Sam \uFFFD Stone' }]],
  )
  for (const name of ['', '   ', 'x'.repeat(121), 7, null]) assert.equal((await rename(name)).status, 422)
})
