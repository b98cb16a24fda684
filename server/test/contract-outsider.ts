import assert from 'node:assert/strict'
import type { TestContext } from 'node:test'
import { type FakeMeta, startFakeMeta } from '@frontdesk/fakes/meta'
import { type Answered, type Served, serve } from '../world/serve.ts'

export interface Outsider extends Served {
  readonly meta: FakeMeta
  readonly token: string
  /** A request below the workspace that the outsider opened. */
  api(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Answered>
  /** Connects a number and waits until it may send. */
  connect(phoneNumberId: string): Promise<Answered['body']>
  /** Follows a list page by page to its end; acts between two pages when told to. */
  walk(path: string, options: { limit: number; between?: () => Promise<unknown> }): Promise<Answered['body'][]>
  /** Waits until something is so, looking again whenever the workspace's stream tells of a change. */
  until<T>(look: () => Promise<T | undefined>): Promise<T>
}

const slug = 'bakery-at-the-corner'

/** Somebody who knows the documented contract and nothing else: signs up, opens a workspace, and goes on with its token. */
export async function outsider(t: TestContext): Promise<Outsider> {
  const meta = await startFakeMeta({ receipts: 'auto', pace: { sent: 1, delivered: 1 } })
  t.after(() => meta.close())
  const served = await serve(t, { trustedUrls: [meta.url] })
  const { ask, url } = served
  const person = { name: 'Mia', email: 'mia@bakery.test', password: 'long enough' }
  const { token } = (await ask('POST', '/api/v1/auth/sign-up', { body: person })).body
  const place = { name: 'The Bakery', slug, timezone: 'Europe/Madrid', currency: 'EUR', country: 'ES' }
  assert.equal((await ask('POST', '/api/v1/workspaces', { token, body: place })).status, 201)
  const api: Outsider['api'] = (method, path, body, headers = {}) =>
    ask(method, `/api/v1/w/${slug}${path}`, { token, headers, ...(body === undefined ? {} : { body }) })
  const changes = await follow(t, `${url}/api/v1/w/${slug}/stream`, token)
  const until: Outsider['until'] = async (look) => {
    for (;;) {
      const change = changes.next()
      const found = await look()
      if (found !== undefined) return found
      await change
    }
  }

  return {
    ...served,
    ...{ meta, token, api, until },
    async connect(phoneNumberId) {
      const settings = { phoneNumberId, wabaId: '1', displayPhoneNumber: '+34 930 000 001' }
      const credentials = { accessToken: 'an-access-token', appSecret: 'an-app-secret', verifyToken: 'a-verify-token' }
      const { status, body } = await api('POST', '/channels', {
        ...{ kind: 'whatsapp_cloud', name: 'The shop', credentials },
        settings: { ...settings, apiUrl: meta.url },
      })
      assert.equal(status, 201)
      // The address is the installation's public one; here the server listens on a port of its own.
      const webhookUrl = url + new URL(body.webhookUrl).pathname
      meta.addNumber({ ...settings, ...credentials, name: 'The Bakery', webhookUrl })
      await api('PATCH', `/channels/${body.id}`, { credentials })
      return until(async () => {
        const channel = (await api('GET', `/channels/${body.id}`)).body
        return channel.status === 'connected' ? channel : undefined
      })
    },
    async walk(path, { limit, between }) {
      const items: Answered['body'][] = []
      let cursor: string | null = ''
      while (cursor !== null) {
        const page: Answered = await api(
          'GET',
          `${path}${path.includes('?') ? '&' : '?'}limit=${limit}${cursor && `&cursor=${cursor}`}`,
        )
        assert.equal(page.status, 200)
        assert.deepEqual(Object.keys(page.body).sort(), ['items', 'nextCursor'])
        assert.ok(page.body.items.length <= limit)
        items.push(...page.body.items)
        cursor = page.body.nextCursor
        if (cursor !== null) await between?.()
      }
      return items
    },
  }
}

/** Tells that something changed, from the bytes of the stream alone. */
async function follow(t: TestContext, url: string, token: string): Promise<{ next(): Promise<void> }> {
  const stop = new AbortController()
  t.after(() => stop.abort())
  const response = await fetch(url, { headers: { authorization: `Bearer ${token}` }, signal: stop.signal })
  assert.equal(response.headers.get('content-type'), 'text/event-stream')
  let wake = Promise.withResolvers<void>()
  const read = async () => {
    for await (const _ of response.body ?? []) {
      wake.resolve()
      wake = Promise.withResolvers<void>()
    }
  }
  read().catch(() => undefined)
  return { next: () => wake.promise }
}
