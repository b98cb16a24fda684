import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Refusal } from '#lib/refusal'
import { signIn } from '#tenancy'
import { world } from '../../world/world.ts'
import { guarded } from './account-shares.ts'

test('10,000 tries over many places and accounts cost a hundred comparisons and leave a bounded table', async (t) => {
  const { context: app, clock } = await world(t)
  const accounts = ['owner@rosa.test', 'manager@rosa.test', 'nobody@rosa.test', 'staff@nord.test', 'nobody@nord.test']
  const places = 200
  const tryOnce = (n: number): Promise<string> => {
    const email = accounts[n % accounts.length] ?? ''
    const act = () => signIn(app, { email, password: `guess ${n}` }, new Headers())
    const guards = [
      ['signInFrom', `203.0.113.${n % places}`],
      ['signInAs', email],
    ] as const
    return guarded(app, guards, act).then(
      () => 'in',
      (error: unknown) => {
        assert.ok(error instanceof Refusal)
        if (error.code === 'too_many_requests') assert.ok((error.retryAfter ?? 0) > 0)
        return error.code
      },
    )
  }
  const answers: string[] = []
  for (let n = 0; n < 10_000; n += 50)
    answers.push(...(await Promise.all(Array.from({ length: 50 }, (_, k) => tryOnce(n + k)))))

  const compared = answers.filter((code) => code === 'wrong_credentials').length
  assert.ok(compared > 0 && compared <= accounts.length * 20, `${compared} passwords were compared`)
  assert.equal(answers.filter((code) => code === 'too_many_requests').length, 10_000 - compared)
  const rows = async () => (await app.database.app.selectFrom('http.throttle').select('bucket').execute()).length
  assert.ok((await rows()) <= places + accounts.length)

  clock.advance(3_700_000)
  assert.equal(await tryOnce(0), 'wrong_credentials')
  assert.equal(await rows(), 2, 'what is over is swept out')
})
