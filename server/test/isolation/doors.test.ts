import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { fingerprint } from './fingerprint.ts'
import { rows } from './rows.ts'
import { base, stage } from './stage.ts'

/** Routes anybody may ask without a session, and why that is right. */
const open: Readonly<Record<string, string>> = {
  'GET /health': 'says that the process lives',
  'GET /health/live': 'the same',
  'GET /health/ready': 'says that the database answers',
  'GET /metrics': 'figures of the process, by route and never by workspace',
  'GET /openapi.json': 'the description of the API',
  'GET /api/v1/installation': 'whether this is a demo and whether people may sign up',
  'GET /files/:token': 'the bearer of a link has it signed',
  'POST /api/v1/auth/sign-up': 'makes a session',
  'POST /api/v1/auth/sign-in': 'makes a session',
  'POST /api/v1/auth/second-factor': 'the bearer of a challenge passed the first step',
  'POST /api/v1/auth/password-reset': 'sends a mail, and says nothing',
  'POST /api/v1/auth/password-reset/confirm': 'the bearer of a link knows its token',
  'POST /api/v1/auth/email-change/confirm': 'the bearer of a link knows its token',
  'POST /api/v1/auth/oidc': 'leads to another service',
  'GET /api/v1/auth/oidc/callback': 'comes back from there, with the errand in a sealed cookie',
  'GET /api/v1/invitations/:token': 'the bearer of a link knows its token',
  'POST /api/v1/auth/sign-out': 'ends one, if there is one',
  'GET /webhooks/whatsapp': 'the provider knows the verify token',
  'POST /webhooks/whatsapp': 'the provider signs, each tenant’s part by itself',
  'GET /webhooks/whatsapp/:key': 'the provider knows the verify token',
  'POST /webhooks/whatsapp/:key': 'the provider signs',
  'GET /webhooks/sms/twilio/:key': 'it says the same to everybody',
  'POST /webhooks/sms/twilio/:key': 'the provider signs',
  'OPTIONS *': 'what other origins may ask',
}
/** Routes that need a person, but no workspace. */
const personal: Readonly<Record<string, object | undefined>> = {
  'GET /api/v1/me': undefined,
  'GET /api/v1/account': undefined,
  'PATCH /api/v1/account': { name: 'Somebody' },
  'POST /api/v1/account/password': { currentPassword: 'x', password: 'long enough' },
  'POST /api/v1/account/email': { email: 'a@else.test', password: 'x' },
  'DELETE /api/v1/account/email': undefined,
  'GET /api/v1/account/sessions': undefined,
  'DELETE /api/v1/account/sessions': undefined,
  'DELETE /api/v1/account/sessions/:id': undefined,
  'POST /api/v1/account/second-factor': { password: 'x' },
  'POST /api/v1/account/second-factor/confirm': { code: '000000' },
  'POST /api/v1/account/second-factor/recovery-codes': { password: 'x' },
  'POST /api/v1/account/second-factor/disable': { password: 'x' },
  'DELETE /api/v1/account/sign-ins/:id': undefined,
  'POST /api/v1/invitations/:token/accept': undefined,
  'POST /api/v1/workspaces': { name: 'Another', timezone: 'Europe/Madrid', currency: 'EUR', country: 'ES' },
}
const built = join(import.meta.dirname, '../../../web/dist')

/** HEAD goes the way of GET; the web app's files and the documentation's are nobody's data. */
function needsRow(route: string): boolean {
  const [method, path = ''] = route.split(' ')
  const isFile = path.startsWith('/docs') || path === '/simulator' || existsSync(join(built, path))
  return method !== 'HEAD' && !(method === 'GET' && isFile)
}

test('every registered route stands in the matrix, and everything in the matrix is a route', async (t) => {
  const { routes } = await stage(t)
  const known = [...Object.keys(open), ...Object.keys(personal), ...rows.map(({ route }) => atBase(route))]
  assert.deepEqual([...new Set(routes)].filter(needsRow).sort(), known.sort())
})

test('without a session, or with one somebody made up, every door answers the same 401', async (t) => {
  const { knock, knockAt, mine, ownerUrl } = await stage(t)
  const before = await fingerprint(ownerUrl, mine.desk.tenantId)
  const [session] = mine.desk.tokens.owner.split('.')
  for (const token of [undefined, 'nobody', `${session}.${'A'.repeat(43)}=`]) {
    const answers = [
      ...(await Promise.all(rows.map(({ route, own }) => knockAt(mine.desk.slug, route, own(mine), token)))),
      ...(await Promise.all(Object.entries(personal).map(([route, body]) => knock(...split(route), { token, body })))),
    ]
    assert.deepEqual(
      new Set(answers.map(({ status, text }) => `${status} ${text}`)),
      new Set([`401 ${JSON.stringify(notSignedIn)}`]),
    )
  }
  assert.deepEqual(await fingerprint(ownerUrl, mine.desk.tenantId), before)
})

test('who asks comes before what is asked: nonsense from a stranger is answered as sense is', async (t) => {
  const { knock, knockAt, mine, theirs } = await stage(t)
  for (const { route, own } of rows) {
    const path = own(theirs).path.replace(/[0-9a-f-]{36}/, 'no-id')
    const wish = { path: `${path}?limit=none&cursor=none`, ...(own(theirs).body ? { body: [] } : {}) }
    assert.equal((await knockAt(theirs.desk.slug, route, wish)).status, 401, route)
    const foreign = await knockAt(theirs.desk.slug, route, wish, mine.desk.tokens.owner)
    assert.equal(foreign.status, 404, route)
    assert.deepEqual(foreign, await knockAt('no-such-desk', route, wish, mine.desk.tokens.owner))
  }
  assert.equal((await knock('POST', '/api/v1/workspaces', { body: {} })).status, 401)
})

test('to a member of another workspace, this one does not exist: the same bytes as for one that never was', async (t) => {
  const { knockAt, mine, theirs, ownerUrl } = await stage(t)
  const before = await fingerprint(ownerUrl, theirs.desk.tenantId)
  for (const { route, own } of rows) {
    for (const method of route.startsWith('GET ') ? ['GET', 'HEAD'] : [route.split(' ', 1)[0]]) {
      const token = mine.desk.tokens.owner
      const taken = await knockAt(theirs.desk.slug, `${method}`, own(theirs), token)
      const unknown = await knockAt('no-such-desk', `${method}`, own(theirs), token)
      assert.equal(taken.status, 404, route)
      assert.deepEqual(taken, unknown, route)
    }
  }
  assert.deepEqual(await fingerprint(ownerUrl, theirs.desk.tenantId), before)
})

test('what another workspace has can be named in no path, query or body: nothing is shown and nothing changes', async (t) => {
  const { knockAt, mine, theirs, ownerUrl } = await stage(t)
  const before = await fingerprint(ownerUrl, theirs.desk.tenantId)
  for (const { route, foreign } of rows) {
    for (const { answer, ...wish } of foreign(mine, theirs)) {
      const { status, text } = await knockAt(mine.desk.slug, route, wish, mine.desk.tokens.owner)
      const what = `${route} as ${wish.path} ${JSON.stringify(wish.body)}: ${text}`
      const [expected, code] = answer
      assert.equal(status, expected, what)
      if (code) assert.equal(JSON.parse(text).code, code, what)
      const isEcho = (canary: string) =>
        (code === 'slug_taken' || route === 'POST /conversations/bulk') &&
        wish.body &&
        JSON.stringify(wish.body).includes(canary)
      const leaked = theirs.canaries.filter((canary) => text.includes(canary) && !isEcho(canary))
      assert.deepEqual(leaked, [], what)
    }
  }
  assert.deepEqual(await fingerprint(ownerUrl, theirs.desk.tenantId), before)
})

test('what is theirs is answered as what never was, byte for byte', async (t) => {
  const { knockAt, mine, theirs } = await stage(t)
  const never = '01890000-0000-7000-8000-000000000000'
  for (const { route, foreign } of rows) {
    for (const { answer, path, body } of foreign(mine, theirs)) {
      if (answer[0] !== 404 && answer[1] !== 'invalid_input') continue
      const asNever = (text: string) => theirs.canaries.reduce((said, canary) => said.replaceAll(canary, never), text)
      const token = mine.desk.tokens.owner
      const named = await knockAt(mine.desk.slug, route, { path, ...(body ? { body } : {}) }, token)
      const unknown = await knockAt(
        mine.desk.slug,
        route,
        { path: asNever(path), ...(body ? { body: JSON.parse(asNever(JSON.stringify(body))) } : {}) },
        token,
      )
      assert.deepEqual(named, unknown, route)
    }
  }
})

const notSignedIn = {
  type: 'about:blank',
  title: 'not signed in',
  status: 401,
  detail: 'Please sign in.',
  code: 'not_signed_in',
}

function atBase(route: string): string {
  const [method, path] = split(route)
  return `${method} ${base}${path}`
}

function split(route: string): [method: string, path: string] {
  const [method = '', path = ''] = route.split(' ')
  return [method, path]
}
