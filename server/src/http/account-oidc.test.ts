import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { type FakeIssuer, type IssuerFault, startFakeIssuer } from '@frontdesk/fakes/oidc'
import { afterwards } from '../../world/afterwards.ts'
import { emptyFolder } from '../../world/place.ts'
import { type Served, serve } from '../../world/serve.ts'

interface Stage extends Served {
  readonly issuer: FakeIssuer
  /** Leaves as a browser does, is somebody there, and comes back; answers where that ends, and with which cookies. */
  goAs(persona: string, wish?: { body?: object; token?: string; cookie?: string }): Promise<Landing>
}

interface Landing {
  readonly to: string
  readonly cookie: string
}

async function stage(t: TestContext, environment: Record<string, string> = {}): Promise<Stage> {
  const issuer = await startFakeIssuer()
  afterwards(t, () => issuer.close())
  const served = await serve(t, {
    worker: false,
    environment: {
      DATA_DIR: await emptyFolder(t),
      OIDC_ISSUER: issuer.url,
      OIDC_CLIENT_ID: issuer.clientId,
      OIDC_CLIENT_SECRET: issuer.clientSecret,
      OIDC_NAME: 'Fake',
      ...environment,
    },
  })
  const goAs: Stage['goAs'] = async (persona, { body = {}, token, cookie } = {}) => {
    const left = await served.ask('POST', '/api/v1/auth/oidc', {
      body,
      ...(token ? { token } : {}),
      headers: cookie ? { cookie } : {},
    })
    assert.equal(left.status, 200, JSON.stringify(left.body))
    const there = await fetch(`${left.body.url}&persona=${persona}`, { redirect: 'manual' })
    const back = new URL(there.headers.get('location') ?? '')
    const own = [...cookiesOf(left.headers), cookie ?? ''].filter(Boolean).join('; ')
    const landed = await fetch(served.url + back.pathname + back.search, {
      redirect: 'manual',
      headers: { cookie: own, ...(token ? { authorization: `Bearer ${token}` } : {}) },
    })
    return { to: landed.headers.get('location') ?? '', cookie: cookiesOf(landed.headers).join('; ') }
  }
  return { ...served, issuer, goAs }
}

function cookiesOf(headers: Headers): string[] {
  return headers.getSetCookie().map((line) => line.split(';')[0] ?? '')
}

test('who is vouched for gets an account, comes back to it, and it is told who they are', async (t) => {
  const { ask, goAs } = await stage(t)
  assert.equal((await ask('GET', '/api/v1/installation')).body.signInWith, 'Fake')

  const first = await goAs('ana', { body: { next: '/workspaces/new' } })
  assert.equal(first.to, '/workspaces/new')
  const again = await goAs('ana')
  assert.equal(again.to, '/')
  const me = await Promise.all(
    [first, again].map(async ({ cookie }) => (await ask('GET', '/api/v1/me', { headers: { cookie } })).body.user),
  )
  assert.deepEqual([me[0].email, me[0].name], ['ana@example.com', 'Ana Lima'])
  assert.equal(me[1].id, me[0].id)

  const { body } = await ask('GET', '/api/v1/account', { headers: { cookie: first.cookie } })
  assert.deepEqual([body.hasPassword, body.emailVerified, body.signIns[0].name], [false, true, 'Fake'])
  const only = await ask('DELETE', `/api/v1/account/sign-ins/${body.signIns[0].id}`, {
    headers: { cookie: first.cookie },
  })
  assert.deepEqual([only.status, only.body.code], [409, 'no_password'])
})

test('an account whose address nobody proved is not opened by the issuer’s word; signed in, it is linked', async (t) => {
  const { ask, goAs, salon } = await stage(t)
  assert.equal((await goAs('owner')).to, '/sign-in?problem=link_first')
  const token = salon.tokens.owner
  assert.equal((await goAs('owner', { token, body: { link: true } })).to, '/account')
  const entered = await goAs('owner')
  assert.equal(entered.to, '/')
  assert.equal((await ask('GET', '/api/v1/me', { headers: { cookie: entered.cookie } })).body.user.name, 'Owner')

  const manager = salon.tokens.manager
  assert.equal(
    (await goAs('owner', { token: manager, body: { link: true } })).to,
    '/account?problem=linked_elsewhere',
    'one identity opens one account',
  )
  const { signIns } = (await ask('GET', '/api/v1/account', { token })).body
  assert.equal((await ask('DELETE', `/api/v1/account/sign-ins/${signIns[0].id}`, { token: manager })).status, 404)
  assert.equal((await ask('DELETE', `/api/v1/account/sign-ins/${signIns[0].id}`, { token })).status, 204)
  assert.equal((await goAs('owner')).to, '/sign-in?problem=link_first')
})

test('an address that is not confirmed there opens nothing here', async (t) => {
  const { context, goAs } = await stage(t)
  await context.database.app.updateTable('auth.user').set({ emailVerified: true }).execute()
  assert.equal((await goAs('eve')).to, '/sign-in?problem=email_unverified')
  assert.equal((await goAs('owner')).to, '/', 'both sides know the address to be theirs')
})

test('closed sign-up is closed by this way, too', async (t) => {
  const { ask, goAs, salon } = await stage(t, { SIGN_UP: 'closed' })
  assert.equal((await goAs('ana')).to, '/sign-in?problem=sign_up_closed')
  const invited = await ask('POST', '/api/v1/w/salon-rosa/invitations', {
    token: salon.tokens.owner,
    body: { role: 'staff', email: 'ana@example.com' },
  })
  const { cookie } = await goAs('ana', { body: { invitationToken: invited.body.token } })
  const { body } = await ask('GET', '/api/v1/me', { headers: { cookie } })
  assert.deepEqual(
    body.workspaces.map(({ slug }: { slug: string }) => slug),
    ['salon-rosa'],
  )
})

test('whatever is wrong with what the issuer says, nobody comes in', async (t) => {
  const { ask, issuer, goAs, context } = await stage(t)
  issuer.misbehave('down')
  const refused = await ask('POST', '/api/v1/auth/oidc', { body: {} })
  assert.deepEqual([refused.status, refused.body.code], [403, 'oidc_failed'], 'and it is asked anew once it is back')
  const faults: IssuerFault[] = ['wrongNonce', 'wrongAudience', 'wrongIssuer', 'expired', 'wrongKey', 'wrongState']
  for (const fault of faults) {
    issuer.misbehave(fault)
    const { to, cookie } = await goAs('ana')
    assert.equal(to, '/sign-in?problem=oidc_failed', fault)
    assert.doesNotMatch(cookie, /session_token=./, fault)
  }
  issuer.misbehave('emailUnverified')
  assert.equal((await goAs('ana')).to, '/sign-in?problem=email_unverified')
  issuer.misbehave('accessDenied')
  assert.equal((await goAs('ana')).to, '/sign-in?problem=oidc_cancelled')
  const made = await context.database.app.selectFrom('auth.user').select('id').where('email', 'like', 'ana@%').execute()
  assert.deepEqual(made, [])
  issuer.misbehave('emailElsewhere')
  assert.equal((await goAs('ana')).to, '/')
})

test('a code brought by another browser, twice, or to another place is worth nothing', async (t) => {
  const { ask, url } = await stage(t)
  const left = await ask('POST', '/api/v1/auth/oidc', { body: { next: '/account' } })
  const there = await fetch(`${left.body.url}&persona=ana`, { redirect: 'manual' })
  const back = new URL(there.headers.get('location') ?? '')
  const land = (cookie: string) => fetch(url + back.pathname + back.search, { redirect: 'manual', headers: { cookie } })

  for (const cookie of ['', 'frontdesk.errand=made-up'])
    assert.equal((await land(cookie)).headers.get('location'), '/sign-in?problem=oidc_failed')
  const own = cookiesOf(left.headers).join('; ')
  assert.equal((await land(own)).headers.get('location'), '/account')
  assert.equal((await land(own)).headers.get('location'), '/sign-in?problem=oidc_failed&next=%2Faccount')

  for (const next of ['https://evil.example', '//evil.example', '/\\evil.example'])
    assert.equal((await ask('POST', '/api/v1/auth/oidc', { body: { next } })).status, 422, next)
})

test('without an issuer there is no such way', async (t) => {
  const { ask } = await serve(t, { worker: false })
  assert.equal((await ask('GET', '/api/v1/installation')).body.signInWith, null)
  assert.equal((await ask('POST', '/api/v1/auth/oidc', { body: {} })).status, 404)
})
