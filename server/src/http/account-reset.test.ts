import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { openEventStream } from '../../world/event-stream.ts'
import { mailFor, mailsIn } from '../../world/outbox.ts'
import { emptyFolder } from '../../world/place.ts'
import { type Served, serve } from '../../world/serve.ts'

const email = 'owner@rosa.test'
const old = 'correct horse'
const fresh = 'battery staple'

async function stage(t: TestContext): Promise<Served & { dataDir: string }> {
  const dataDir = await emptyFolder(t)
  return { ...(await serve(t, { worker: false, environment: { DATA_DIR: dataDir } })), dataDir }
}

function by({ ask }: Served) {
  return {
    signIn: (password: string, as = email) => ask('POST', '/api/v1/auth/sign-in', { body: { email: as, password } }),
    forget: (as = email) => ask('POST', '/api/v1/auth/password-reset', { body: { email: as } }),
    reset: (token: string, password = fresh) =>
      ask('POST', '/api/v1/auth/password-reset/confirm', { body: { token, password } }),
    confirm: (token: string) => ask('POST', '/api/v1/auth/email-change/confirm', { body: { token } }),
  }
}

test('the link in the mail chooses a new password once, and ends every session', async (t) => {
  const served = await stage(t)
  const { signIn, forget, reset } = by(served)
  const { ask, salon, dataDir } = served
  assert.equal((await forget()).status, 202)
  const first = await mailFor(dataDir, email)
  assert.match(first.text, /Hello Owner/)
  await forget()
  const second = await mailFor(dataDir, email, 2)

  assert.equal((await reset(first.token)).status, 404, 'asking again voids the older link')
  assert.equal((await reset(second.token, 'short')).status, 422)
  assert.equal((await reset(second.token)).status, 204)
  assert.equal((await ask('GET', '/api/v1/me', { token: salon.tokens.owner })).status, 401)
  assert.equal((await signIn(old)).status, 401)
  assert.equal((await signIn(fresh)).status, 200)
  assert.equal((await reset(second.token, 'once more please')).status, 404, 'it works once')
  assert.match((await mailFor(dataDir, email, 3)).subject, /was changed/)
})

test('a link is worth nothing after an hour, and of many who use it at once one does', async (t) => {
  const served = await stage(t)
  const { forget, reset } = by(served)
  await forget()
  const late = await mailFor(served.dataDir, email)
  served.clock.advance(3_600_001)
  assert.equal((await reset(late.token)).status, 404)

  await forget()
  const { token } = await mailFor(served.dataDir, email, 2)
  const answers = await Promise.all(Array.from({ length: 5 }, (_, n) => reset(token, `password ${n}`)))
  assert.deepEqual(answers.map(({ status }) => status).sort(), [204, 404, 404, 404, 404])
})

test('nothing in the answer or the log tells whether an address has an account, and no file holds a bare token', async (t) => {
  const served = await stage(t)
  const { forget } = by(served)
  const [known, unknown] = [await forget(), await forget('nobody@rosa.test')]
  assert.deepEqual([unknown.status, unknown.body], [known.status, known.body])
  const { token } = await mailFor(served.dataDir, email)
  assert.equal((await mailsIn(served.dataDir)).length, 1)
  const kept = await served.context.database.app.selectFrom('auth.letter').selectAll().execute()
  assert.doesNotMatch(JSON.stringify(kept), new RegExp(token))

  for (let asked = 1; asked < 5; asked++) assert.equal((await forget('nobody@rosa.test')).status, 202)
  const refused = await forget('nobody@rosa.test')
  assert.deepEqual([refused.status, refused.body.code], [429, 'too_many_requests'], 'counted whether it exists or not')
})

test('a changed password ends the other sessions and their streams, and is told to each workspace', async (t) => {
  const served = await stage(t)
  const { ask, url, salon } = served
  const { body: other } = await by(served).signIn(old)
  const listen = (token: string) =>
    openEventStream(t, `${url}/api/v1/w/salon-rosa/stream`, { authorization: `Bearer ${token}` })
  const [theirs, mine] = await Promise.all([listen(other.token), listen(salon.tokens.owner)])
  await Promise.all([theirs, mine].map((stream) => stream.next(({ event }) => event === 'ready')))

  const change = (currentPassword: string) =>
    ask('POST', '/api/v1/account/password', { token: salon.tokens.owner, body: { currentPassword, password: fresh } })
  const wrong = await change('not it')
  assert.deepEqual([wrong.status, wrong.body.errors[0].path], [422, 'currentPassword'])
  assert.equal((await change(old)).status, 204)

  await theirs.ended
  const fact = await mine.next(({ data }) => data?.name === 'tenancy.account_password_changed')
  assert.deepEqual(
    [fact.data.details, fact.data.actor],
    [{ by: 'person' }, { kind: 'member', id: fact.data.subjectId }],
  )
  assert.equal((await ask('GET', '/api/v1/me', { token: other.token })).status, 401)
  assert.equal((await ask('GET', '/api/v1/me', { token: salon.tokens.owner })).status, 200)
})

test('another address is theirs once the link sent there is used', async (t) => {
  const served = await stage(t)
  const { ask, salon, dataDir } = served
  const { signIn, forget, confirm, reset } = by(served)
  const token = salon.tokens.owner
  const change = (wish: object) => ask('POST', '/api/v1/account/email', { token, body: wish })
  assert.equal((await change({ email: 'new@rosa.test', password: 'not it' })).body.errors[0].path, 'password')
  assert.equal((await change({ email, password: old })).body.errors[0].code, 'same_address')
  await forget()
  const resetLink = await mailFor(dataDir, email)

  assert.equal((await change({ email: 'New@Rosa.test', password: old })).status, 202)
  assert.match((await mailFor(dataDir, email, 2)).text, /new@rosa\.test/)
  const mail = await mailFor(dataDir, 'new@rosa.test')
  const waiting = await ask('GET', '/api/v1/account', { token })
  assert.deepEqual([waiting.body.user.email, waiting.body.newEmail], [email, 'new@rosa.test'])
  assert.equal((await signIn(old, 'new@rosa.test')).status, 401, 'not before it is confirmed')

  assert.deepEqual((await confirm(mail.token)).body, { email: 'new@rosa.test' })
  assert.equal((await confirm(mail.token)).status, 404)
  assert.equal((await signIn(old, 'new@rosa.test')).status, 200)
  assert.equal((await reset(resetLink.token)).status, 404, 'a link sent to the old address opens nothing any more')
})

test('a taken address is answered like a free one', async (t) => {
  const served = await stage(t)
  const { ask, salon, dataDir } = served
  const change = (to: string) =>
    ask('POST', '/api/v1/account/email', { token: salon.tokens.owner, body: { email: to, password: old } })
  const [taken, free] = [await change('staff@rosa.test'), await change('free@rosa.test')]
  assert.deepEqual([taken.status, taken.body], [free.status, free.body])
  await mailFor(dataDir, 'free@rosa.test')
  const told = await mailFor(dataDir, 'staff@rosa.test')
  assert.deepEqual([told.subject, told.token], ['Your email address was asked for', ''])

  await ask('POST', '/api/v1/auth/sign-up', { body: { name: 'F', email: 'free@rosa.test', password: fresh } })
  const late = await by(served).confirm((await mailFor(dataDir, 'free@rosa.test')).token)
  assert.deepEqual([late.status, late.body.code], [409, 'email_taken'])
  assert.equal((await ask('DELETE', '/api/v1/account/email', { token: salon.tokens.owner })).status, 204)
  assert.equal((await ask('GET', '/api/v1/account', { token: salon.tokens.owner })).body.newEmail, null)
})
