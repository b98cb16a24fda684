import assert from 'node:assert/strict'
import { test } from 'node:test'
import { serve } from '../../world/serve.ts'

const shop = 'https://shop.example.com'

test('other websites neither read nor write, unless their exact origin is allowed', async (t) => {
  const { url, salon } = await serve(t, {
    worker: false,
    environment: { CORS_ORIGINS: `${shop},https://b.example.com` },
  })
  const path = `/api/v1/w/${salon.slug}/contacts`
  const signedIn = { cookie: await cookieOf(url) }
  const post = (headers: Record<string, string>) =>
    fetch(url + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: '{"name":"A"}',
    })
  const codeOf = async (answer: Promise<Response>) => ((await (await answer).json()) as { code?: string }).code

  const own = await post({ ...signedIn, origin: url, 'sec-fetch-site': 'same-origin' })
  assert.equal(own.status, 404, 'this person has no workspace, and was let in to hear so')
  for (const headers of [
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { origin: `${shop}.evil.example` },
    { origin: 'https://sub.shop.example.com', 'sec-fetch-site': 'cross-site' },
    { origin: shop.replace('https', 'http') },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { origin: url, 'sec-fetch-site': 'same-site' },
  ])
    assert.equal(
      await codeOf(post({ ...signedIn, ...headers } as Record<string, string>)),
      'foreign_origin',
      JSON.stringify(headers),
    )
  const stranger = fetch(`${url}/api/v1/auth/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: 'https://evil.example' },
    body: '{}',
  })
  assert.equal(await codeOf(stranger), 'foreign_origin', 'nobody is signed in by another website either')
  assert.equal(
    (await post({ authorization: `Bearer ${salon.tokens.owner}`, origin: 'https://evil.example' })).status,
    201,
  )

  const allowed = await fetch(url + path, { headers: { ...signedIn, origin: shop } })
  assert.equal(allowed.headers.get('access-control-allow-origin'), shop)
  assert.equal(allowed.headers.get('access-control-allow-credentials'), 'true')
  assert.match(allowed.headers.get('vary') ?? '', /origin/i)
  assert.notEqual(await codeOf(post({ ...signedIn, origin: shop, 'sec-fetch-site': 'cross-site' })), 'foreign_origin')
  const refused = await fetch(url + path, { headers: { ...signedIn, origin: 'https://evil.example' } })
  assert.equal(refused.headers.get('access-control-allow-origin'), null)
  assert.match(refused.headers.get('vary') ?? '', /origin/i)
})

test('a browser may ask beforehand, and is told what an allowed website may do', async (t) => {
  const { url } = await serve(t, { worker: false, environment: { CORS_ORIGINS: shop } })
  const ask = (origin: string) =>
    fetch(`${url}/api/v1/me`, { method: 'OPTIONS', headers: { origin, 'access-control-request-method': 'PATCH' } })
  const yes = await ask(shop)
  assert.deepEqual([yes.status, yes.headers.get('access-control-allow-origin')], [204, shop])
  assert.match(yes.headers.get('access-control-allow-methods') ?? '', /PATCH/)
  const no = await ask('https://evil.example')
  assert.deepEqual([no.status, no.headers.get('access-control-allow-origin')], [404, null])
})

test('every answer bears the safe headers', async (t) => {
  const { url } = await serve(t, { worker: false, environment: { PUBLIC_URL: 'https://desk.example.com' } })
  for (const path of ['/', '/docs', '/api/v1/me', '/nowhere', '/health']) {
    const { headers } = await fetch(url + path)
    assert.match(headers.get('content-security-policy') ?? '', /default-src 'none'.*frame-ancestors 'none'/, path)
    assert.equal(headers.get('x-content-type-options'), 'nosniff', path)
    assert.equal(headers.get('referrer-policy'), 'same-origin', path)
    assert.equal(headers.get('cross-origin-opener-policy'), 'same-origin', path)
    assert.match(headers.get('permissions-policy') ?? '', /camera=\(\)/, path)
    assert.match(headers.get('strict-transport-security') ?? '', /max-age=31536000/, path)
  }
  assert.equal((await fetch(`${url}/api/v1/me`)).headers.get('cache-control'), 'no-store')
})

async function cookieOf(url: string): Promise<string> {
  const answer = await fetch(`${url}/api/v1/auth/sign-up`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name: 'Mia', email: 'mia@else.test', password: 'correct horse battery' }),
  })
  const cookies = answer.headers.getSetCookie()
  assert.match(cookies.join(), /HttpOnly/i)
  assert.match(cookies.join(), /SameSite=Lax/i)
  return cookies.map((cookie) => cookie.split(';')[0]).join('; ')
}
