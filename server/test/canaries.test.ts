import assert from 'node:assert/strict'
import { createHmac } from 'node:crypto'
import { type TestContext, test } from 'node:test'
import { startFakeMeta } from '@frontdesk/fakes/meta'
import pg from 'pg'
import { afterwards } from '../world/afterwards.ts'
import { emptyDatabase, testPostgres, testSecret } from '../world/cluster.ts'
import { emptyFolder, freePort } from '../world/place.ts'
import { type Program, runProgram } from '../world/process.ts'

const c = (word: string) => `canary${word}`
const password = c('password-1')
const credentials = { accessToken: c('accesstoken'), appSecret: c('appsecret'), verifyToken: c('verifytoken') }
const phone = '+34611998877'
/** What may stand in no line of any log, in no figure and in no refusal. */
const traces = [/canary/i, /611 ?99 ?88/, /998877/]

test('no secret, no number and no word of a customer gets into the log, whatever goes well or wrong', async (t) => {
  const stage = await start(t)
  await signUpAndIn(stage)
  await connectAndHear(stage)
  await answerAndSearch(stage)
  await sendNonsense(stage)
  await breakTheDatabase(stage)
  stage.program.kill('SIGTERM')
  await stage.program.ended

  const lines = stage.program.output().split('\n')
  assert.ok(
    lines.some((line) => line.includes('"level":50')),
    'errors were written down',
  )
  for (const trace of traces)
    assert.deepEqual(
      lines.filter((line) => trace.test(line)),
      [],
    )
})

type Stage = Awaited<ReturnType<typeof start>>

/** The real program at its most talkative, and a way to ask it that looks for traces in every refusal. */
async function start(t: TestContext) {
  const postgres = await testPostgres()
  afterwards(t, () => postgres.stop())
  const database = await emptyDatabase(postgres)
  afterwards(t, () => database.drop())
  const meta = await startFakeMeta({ receipts: 'auto', pace: { sent: 1, delivered: 1 } })
  afterwards(t, () => meta.close())
  const port = await freePort()
  const program: Program = runProgram(t, {
    ...{ DEMO: '0', DATA_DIR: await emptyFolder(t), PORT: String(port), DATABASE_URL: database.ownerUrl },
    ...{ LOG_LEVEL: 'trace', FRONTDESK_SECRET: testSecret, SIGN_UP: 'open', WHATSAPP_API_URL: meta.url },
  })
  await program.says('Ready after')
  const url = `http://127.0.0.1:${port}`
  const session = { token: '' }

  async function ask(method: string, path: string, body?: unknown, headers: Record<string, string> = {}) {
    const answer = await fetch(url + path, {
      method,
      headers: {
        ...(session.token ? { authorization: `Bearer ${session.token}` } : {}),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    })
    const text = await answer.text()
    if (answer.status >= 400 || path === '/metrics') {
      // Who has a number already, members who may see people are told by name.
      const said = text.replace(`${c('customer')} has this`, 'somebody has this')
      for (const trace of traces) assert.doesNotMatch(said, trace, `${method} ${path} ${answer.status}`)
    }
    return { status: answer.status, text, body: JSON.parse(text.startsWith('{') ? text : '{}') }
  }
  const desk = '/api/v1/w/canaryworkspace'
  return { program, meta, ownerUrl: database.ownerUrl, url, ask, session, desk }
}

async function signUpAndIn({ ask, session }: Stage): Promise<void> {
  const account = { name: c('name'), email: `${c('mail')}@desk.test`, password }
  const { body } = await ask('POST', '/api/v1/auth/sign-up', account)
  await ask('POST', '/api/v1/auth/sign-up', account)
  await ask('POST', '/api/v1/auth/sign-in', { ...account, password: c('wrong') })
  await ask('POST', '/api/v1/auth/sign-in', `{"email": "${account.email}", "password": ${password}}`)
  await ask('GET', '/api/v1/me', undefined, { cookie: `frontdesk.session_token=${c('cookie')}` })
  await ask('GET', '/api/v1/me', undefined, { authorization: `Bearer ${c('bearer')}` })
  await ask('GET', `/api/v1/invitations/${c('invitation').repeat(4)}`)
  await ask('POST', '/api/v1/auth/password-reset', { email: account.email })
  await ask('GET', `/reset-password/${c('resettoken').repeat(4)}`)
  session.token = body.token
  const place = { name: c('workspace'), timezone: 'Europe/Madrid', currency: 'EUR', country: 'ES' }
  assert.equal((await ask('POST', '/api/v1/workspaces', place)).status, 201)
  assert.equal((await ask('POST', `/api/v1/w/canaryworkspace/invitations`, { role: 'staff' })).status, 201)
}

async function connectAndHear({ ask, meta, url, desk }: Stage): Promise<void> {
  const settings = { phoneNumberId: '15551111', wabaId: '1', displayPhoneNumber: '+34 930 000 001' }
  const made = await ask('POST', `${desk}/channels`, {
    kind: 'whatsapp_cloud',
    name: c('channel'),
    settings,
    credentials,
  })
  assert.equal(made.status, 201)
  const webhookUrl = url + new URL(made.body.webhookUrl).pathname
  await ask('GET', `${new URL(webhookUrl).pathname}?hub.mode=subscribe&hub.verify_token=${c('guess')}&hub.challenge=1`)
  await ask(
    'POST',
    new URL(webhookUrl).pathname,
    { entry: c('forged') },
    { 'x-hub-signature-256': `sha256=${c('sig')}` },
  )
  // Signed as it should be, and nothing anybody can read.
  for (const body of [
    `{"${c('half')}`,
    JSON.stringify({ entry: [{ changes: [{ field: 'messages', value: c('odd') }] }] }),
  ]) {
    const signature = createHmac('sha256', credentials.appSecret).update(body).digest('hex')
    await ask('POST', new URL(webhookUrl).pathname, body, { 'x-hub-signature-256': `sha256=${signature}` })
  }
  // The provider refuses the token, in its own words.
  await ask('PATCH', `${desk}/channels/${made.body.id}`, { credentials: { accessToken: c('other') } })
  meta.addNumber({ ...settings, ...credentials, name: c('business'), webhookUrl })
  await ask('PATCH', `${desk}/channels/${made.body.id}`, { credentials })
  await meta.customerSends({ phoneNumberId: '15551111', from: phone.slice(1), name: c('customer'), text: c('message') })
}

async function answerAndSearch({ ask, meta, desk }: Stage): Promise<void> {
  let id: string | undefined
  while (id === undefined) id = (await ask('GET', `${desk}/conversations?q=canary`)).body.items[0]?.id
  const reply = (text: string, key: string) =>
    ask('POST', `${desk}/conversations/${id}/messages`, { text }, { 'idempotency-key': c(key) })
  await reply(c('answer'), 'key')
  await reply(c('another'), 'key')
  meta.misbehave({ kind: 'error', code: 999_999, details: c('details'), times: 1 })
  await reply(c('refused'), 'key2')
  meta.misbehave({ kind: 'html', times: 1 })
  await reply(c('garbled'), 'key3')
  await meta.idle()
  await ask('GET', `${desk}/search?q=${c('search')}`)
  await ask('GET', `${desk}/search?q=${c('search')}&cursor=${c('cursor')}`)
  await ask('GET', `${desk}/contacts?q=${encodeURIComponent(phone)}`)
  await ask('POST', `${desk}/contacts`, { phone, email: `${c('taken')}@desk.test` })
  await ask('POST', `${desk}/conversations/${id}/notes`, { text: c('note') })
}

async function sendNonsense({ ask, desk, session }: Stage): Promise<void> {
  const real = session.token
  await ask('POST', `${desk}/contacts`, `{"name": "${c('broken')}`)
  await ask('POST', `${desk}/contacts`, { name: c('long').repeat(100), email: c('noaddress'), phone: c('nophone') })
  await ask('GET', `${desk}/contacts/${c('id')}`)
  await ask('GET', `${desk}/messages?from=${c('time')}&status=${c('status')}`)
  await ask('GET', `/api/v1/w/${c('elsewhere')}/contacts`)
  await ask('POST', `${desk}/contacts`, c('plain'), { 'content-type': 'text/plain' })
  await ask('POST', `${desk}/contacts`, { name: 'x' }, { 'idempotency-key': `${c('key')}\u00e9` })
  session.token = c('madeup')
  await ask('GET', `${desk}/contacts`)
  session.token = real
}

/** Makes bugs of what the program counts on, so that PostgreSQL's own errors, with the rows they quote, reach the log. */
async function breakTheDatabase({ ask, desk, ownerUrl, meta }: Stage): Promise<void> {
  const owner = new pg.Client({ connectionString: ownerUrl })
  await owner.connect()
  await owner.query(
    "alter table contacts.contact add constraint no_canaries check (name not like 'canaryrow%') not valid",
  )
  await owner.query('alter table contacts.contact add constraint no_notes check (notes::jsonb is not null) not valid')
  await owner.end()
  assert.equal((await ask('POST', `${desk}/contacts`, { name: c('row') })).status, 500)
  assert.equal((await ask('POST', `${desk}/contacts`, { name: 'x', notes: c('notes') })).status, 500)
  await meta.customerSends({ phoneNumberId: '15551111', from: '34611998866', name: c('row'), text: c('lost') })
  assert.equal((await ask('GET', '/metrics')).status, 200)
}
