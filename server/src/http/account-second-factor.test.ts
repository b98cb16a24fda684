import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { Secret, TOTP } from 'otpauth'
import { emptyFolder } from '../../world/place.ts'
import { type Answered, type Served, serve } from '../../world/serve.ts'

const email = 'owner@rosa.test'
const password = 'correct horse'

interface Stage extends Served {
  readonly token: string
  act(path: string, body: object): Promise<Answered>
  signIn(): Promise<Answered>
  second(challenge: string, code: string): Promise<Answered>
  /** Turns codes on; answers what makes them, and the recovery codes. */
  turnOn(): Promise<{ code: () => string; recoveryCodes: string[] }>
}

async function stage(t: TestContext): Promise<Stage> {
  const served = await serve(t, { worker: false, environment: { DATA_DIR: await emptyFolder(t) } })
  const { ask, clock } = served
  const token = served.salon.tokens.owner
  const act: Stage['act'] = (path, body) => ask('POST', `/api/v1/account/second-factor${path}`, { token, body })
  const turnOn = async () => {
    const { secret, uri } = (await act('', { password })).body
    assert.match(uri, /^otpauth:\/\/totp\/Frontdesk:owner%40rosa\.test\?/)
    const totp = new TOTP({ secret: Secret.fromBase32(secret) })
    const code = () => totp.generate({ timestamp: clock.now().getTime() })
    const { body } = await act('/confirm', { code: code() })
    clock.advance(30_000)
    return { code, recoveryCodes: body.recoveryCodes as string[] }
  }
  return {
    ...served,
    token,
    act,
    turnOn,
    signIn: () => ask('POST', '/api/v1/auth/sign-in', { body: { email, password } }),
    second: (challenge, code) => ask('POST', '/api/v1/auth/second-factor', { body: { challenge, code } }),
  }
}

test('signing in takes a code once it is on; a code opens once, and so does each recovery code', async (t) => {
  const { ask, signIn, second, turnOn, clock, token } = await stage(t)
  const { code, recoveryCodes } = await turnOn()
  assert.equal(new Set(recoveryCodes).size, 10)

  const asked = await signIn()
  assert.deepEqual([asked.status, asked.body.secondFactor, asked.body.token], [200, true, undefined])
  assert.deepEqual(asked.headers.getSetCookie(), [], 'nobody is in yet')
  const { challenge } = asked.body
  const wrong = await second(challenge, '000000')
  assert.deepEqual([wrong.status, wrong.body.errors[0].code], [422, 'wrong_code'])
  const used = code()
  const entered = await second(challenge, ` ${used.slice(0, 3)} ${used.slice(3)}`)
  assert.equal(entered.status, 200)
  assert.equal((await ask('GET', '/api/v1/me', { token: entered.body.token })).body.user.email, email)
  assert.equal((await second(challenge, used)).status, 422, 'a code is not taken twice')
  clock.advance(-30_000)
  assert.equal((await second(challenge, code())).status, 422, 'nor an earlier one')
  clock.advance(90_000)

  const [lost = ''] = recoveryCodes
  assert.equal((await second(challenge, lost.toLowerCase().replace('-', ' '))).status, 200)
  assert.equal((await second(challenge, lost)).status, 422)
  const { body } = await ask('GET', '/api/v1/account', { token })
  assert.equal(body.secondFactor.recoveryCodesLeft, 9)
})

test('of many who bring the same code at once, one comes in', async (t) => {
  const { signIn, second, turnOn } = await stage(t)
  const { code, recoveryCodes } = await turnOn()
  const { challenge } = (await signIn()).body
  for (const one of [code(), recoveryCodes[3] ?? '']) {
    const answers = await Promise.all(Array.from({ length: 4 }, () => second(challenge, one)))
    assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 422, 422, 422])
  }
})

test('guessing codes ends soon, and a challenge does not last', async (t) => {
  const { signIn, second, turnOn, clock } = await stage(t)
  const { code } = await turnOn()
  const { challenge } = (await signIn()).body
  for (let tries = 0; tries < 10; tries++) assert.equal((await second(challenge, '000000')).status, 422)
  const stopped = await second(challenge, code())
  assert.deepEqual([stopped.status, stopped.body.code], [429, 'too_many_requests'])
  assert.ok(Number(stopped.headers.get('retry-after')) > 0)

  clock.advance(3_600_001)
  const over = await second(challenge, code())
  assert.deepEqual([over.status, over.body.code], [403, 'sign_in_again'])
  assert.equal((await second('made up', code())).body.code, 'sign_in_again')
  assert.equal((await second((await signIn()).body.challenge, code())).status, 200)
})

test('a challenge ends when the password is changed', async (t) => {
  const { ask, signIn, second, turnOn, token } = await stage(t)
  const { code } = await turnOn()
  const { challenge } = (await signIn()).body
  const changed = { currentPassword: password, password: 'battery staple' }
  assert.equal((await ask('POST', '/api/v1/account/password', { token, body: changed })).status, 204)
  assert.equal((await second(challenge, code())).body.code, 'sign_in_again')
})

test('the password turns it off and makes new recovery codes; nothing is on before a code was right', async (t) => {
  const { act, signIn, second, turnOn, context } = await stage(t)
  assert.equal((await act('/confirm', { code: '123456' })).body.code, 'second_factor_off')
  assert.equal((await act('', { password: 'not it' })).body.errors[0].code, 'wrong_password')
  await act('', { password })
  assert.equal((await act('/confirm', { code: '000000' })).body.errors[0].code, 'wrong_code')
  assert.ok((await signIn()).body.token, 'still off')
  assert.equal((await act('/recovery-codes', { password })).body.code, 'second_factor_off')

  const { recoveryCodes } = await turnOn()
  assert.equal((await act('', { password })).body.code, 'second_factor_on')
  const renewed = await act('/recovery-codes', { password })
  assert.equal(renewed.body.recoveryCodes.length, 10)
  const { challenge } = (await signIn()).body
  assert.equal((await second(challenge, recoveryCodes[0] ?? '')).status, 422, 'the old ones are worth nothing')
  assert.equal((await second(challenge, renewed.body.recoveryCodes[9])).status, 200)

  const kept = await context.database.app.selectFrom('auth.recoveryCode').selectAll().execute()
  for (const code of renewed.body.recoveryCodes) assert.doesNotMatch(JSON.stringify(kept), new RegExp(code))
  assert.equal((await act('/disable', { password: 'not it' })).status, 422)
  assert.equal((await act('/disable', { password })).status, 204)
  assert.ok((await signIn()).body.token)
  assert.equal((await act('/disable', { password })).body.code, 'second_factor_off')
})
