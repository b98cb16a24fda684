import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openEventStream } from '../../world/event-stream.ts'
import { serve } from '../../world/serve.ts'
import { buildServer } from './server.ts'

const base = '/api/v1/w/salon-rosa'

test('a token over HTTP', async (t) => {
  const { ask, url, salon, clinic, context, clock } = await serve(t)
  const api = (method: string, path: string, token: string, body?: object) =>
    ask(method, base + path, { token, ...(body ? { body } : {}) })
  const make = async (scopes: string[], more: object = {}) => {
    const made = await api('POST', '/tokens', salon.tokens.owner, { name: 'Website', scopes, ...more })
    assert.equal(made.status, 201, JSON.stringify(made.body))
    return { id: made.body.id as string, token: made.body.token as string }
  }
  const listen = (token: string, at = url) =>
    openEventStream(t, `${at}${base}/stream`, { authorization: `Bearer ${token}` })

  await t.test('is shown once, even to who asks the same again', async () => {
    const body = { name: 'Website', scopes: ['contacts.read'] }
    const headers = { 'idempotency-key': 'once' }
    const first = await ask('POST', `${base}/tokens`, { token: salon.tokens.owner, body, headers })
    const again = await ask('POST', `${base}/tokens`, { token: salon.tokens.owner, body, headers })
    assert.match(first.body.token, /^fd_[0-9A-Za-z]{49}$/)
    assert.deepEqual(again.body, { ...first.body, token: null })
    const listed = await api('GET', '/tokens', salon.tokens.manager)
    assert.doesNotMatch(JSON.stringify(listed.body), /"token"/)
  })

  await t.test('does what its scopes say in its maker’s name, and knows where it is', async () => {
    const { id, token } = await make(['contacts.write'])
    const workspace = (await api('GET', '', token)).body
    const permissions: string[] = workspace.me.permissions
    assert.ok(permissions.includes('contacts.create') && permissions.includes('contacts.read'))
    assert.ok(permissions.every((act) => act === 'workspace.read' || act.startsWith('contacts.')))
    const ana = await api('POST', '/contacts', token, { name: 'Ana', phone: '612 345 678' })
    assert.deepEqual([ana.status, ana.body.phone], [201, '+34612345678'])
    const refused = await api('GET', '/conversations', token)
    assert.deepEqual([refused.status, refused.body.code], [403, 'forbidden'])
    assert.equal(refused.body.detail, 'This API token does not allow this. It needs the scope “conversations.read”.')
    const people = await api('POST', '/invitations', token, { role: 'staff' })
    assert.deepEqual([people.status, people.body.code], [403, 'forbidden'])
    assert.equal((await ask('GET', '/api/v1/me', { token })).status, 401, 'a program is nobody to sign in')
    assert.equal((await ask('GET', '/api/v1/w/clinic-nord', { token })).status, 404)

    const { items } = (await api('GET', `/audit?who=${id}`, salon.tokens.owner)).body
    assert.deepEqual(
      items.map(({ who, what }: { who: { name: string }; what: string }) => `${who.name} ${what}`),
      ['Website (Owner’s API token) added the contact Ana'],
    )
    assert.deepEqual(items[0].origin, { address: '127.0.0.1', agent: 'node' })
  })

  await t.test('is answered 401 when it is none: mistyped, of another installation, revoked', async () => {
    const { id, token } = await make(['contacts.read'])
    assert.equal((await api('DELETE', `/tokens/${id}`, salon.tokens.owner)).status, 204)
    for (const wrong of [token, `${token.slice(0, -1)}!`, 'fd_'])
      for (const slug of ['salon-rosa', 'clinic-nord', 'no-such-desk']) {
        const { status, body } = await ask('GET', `/api/v1/w/${slug}`, { token: wrong })
        assert.deepEqual([status, body.code], [401, 'not_signed_in'])
      }
    assert.equal((await api('DELETE', `/tokens/${id}`, clinic.tokens.owner)).status, 404)
  })

  await t.test('once revoked, its open streams end, at this server and at another; those of others go on', async () => {
    const other = await buildServer(context)
    const otherUrl = await other.listen({ port: 0, host: '127.0.0.1' })
    t.after(() => other.close())
    const { id, token } = await make(['live.read', 'contacts.write'])
    const kept = await make(['live.read'])
    const [here, there, colleague] = [await listen(token), await listen(token, otherUrl), await listen(kept.token)]
    for (const stream of [here, there, colleague]) await stream.next(({ event }) => event === 'ready')

    assert.equal((await api('DELETE', `/tokens/${id}`, salon.tokens.owner)).status, 204)
    await Promise.all([here.ended, there.ended])
    assert.equal(here.seen.at(-1)?.data.name, 'tenancy.token_revoked')
    assert.equal(there.seen.at(-1)?.data.name, 'tenancy.token_revoked')
    assert.equal((await fetch(`${url}${base}/stream`, { headers: { authorization: `Bearer ${token}` } })).status, 401)
    await api('POST', '/contacts', salon.tokens.owner, { name: 'Ben' })
    await colleague.next(({ data }) => data.name === 'contacts.created')

    const { body } = await api('GET', '', salon.tokens.manager)
    const promoted = await api('PATCH', `/members/${body.me.memberId}`, salon.tokens.owner, { role: 'owner' })
    assert.equal(promoted.status, 200)
    const second = await ask('POST', `${base}/tokens`, {
      token: salon.tokens.manager,
      body: { name: 'Theirs', scopes: ['live.read'] },
    })
    const theirs = await listen(second.body.token)
    await theirs.next(({ event }) => event === 'ready')
    assert.equal((await api('DELETE', `/members/${body.me.memberId}`, salon.tokens.owner)).status, 204)
    await theirs.ended
  })

  await t.test('that has ended by itself opens nothing, and no stream', async () => {
    const { token } = await make(['live.read'], { expiresAt: new Date(clock.now().getTime() + 60_000).toISOString() })
    assert.equal((await api('GET', '', token)).status, 200)
    clock.advance(60_000)
    assert.equal((await api('GET', '', token)).status, 401)
    assert.equal((await fetch(`${url}${base}/stream`, { headers: { authorization: `Bearer ${token}` } })).status, 401)
    const { items } = (await api('GET', '/tokens', salon.tokens.owner)).body
    assert.equal(items[0].status, 'expired')
  })

  await t.test('is refused with the field when its wish makes no sense', async () => {
    const wrong: readonly [body: object, path: string][] = [
      [{ name: ' ', scopes: ['contacts.read'] }, 'name'],
      [{ name: 'x'.repeat(81), scopes: ['contacts.read'] }, 'name'],
      [{ name: 'Website', scopes: [] }, 'scopes'],
      [{ name: 'Website', scopes: ['contacts.*'] }, 'scopes'],
      [{ name: 'Website', scopes: 'contacts.read' }, 'scopes'],
      [{ name: 'Website', scopes: ['contacts.read'], expiresAt: 'soon' }, 'expiresAt'],
      [{ name: 'Website', scopes: ['contacts.read'], expiresAt: '2020-01-01T00:00:00Z' }, 'expiresAt'],
    ]
    for (const [body, path] of wrong) {
      const answer = await api('POST', '/tokens', salon.tokens.owner, body)
      assert.deepEqual([answer.status, answer.body.errors?.[0]?.path], [422, path], JSON.stringify(body))
    }
  })
})
