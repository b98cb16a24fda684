import assert from 'node:assert/strict'
import { test } from 'node:test'
import { serve } from '../../world/serve.ts'
import { world } from '../../world/world.ts'
import { allowances, neighbourhood } from './limits.ts'
import { openSpending } from './spending.ts'
import { takeTurns } from './turns.ts'

test('what is spent in one process is known in the others, and forgotten with the minute', async (t) => {
  const { context, clock } = await world(t)
  const here = openSpending(context)
  const there = openSpending(context)
  t.after(() => [here, there].forEach((each) => void each.stop()))
  const allowance = { name: 'workspace', most: 10 }
  for (let times = 0; times < 6; times++) here.spend(allowance, 'salon')
  for (let times = 0; times < 3; times++) there.spend(allowance, 'salon')
  await here.share()
  await there.share()
  await here.share()
  assert.equal(there.spend(allowance, 'salon').left, 0)
  assert.equal(here.spend(allowance, 'salon').left, 3, 'what was not told yet is not known')
  here.spend(allowance, 'salon')
  await here.share()
  assert.equal(here.spend(allowance, 'salon').left, -2)
  assert.equal(here.spend(allowance, 'clinic').left, 9)

  clock.advance(60_000)
  assert.equal(here.spend(allowance, 'salon').left, 9)
  assert.equal(there.spend(allowance, 'salon').left, 9)
})

test('who has used up an allowance waits until the minute is over; a neighbour notices nothing', async (t) => {
  const { ask, http, salon, clinic } = await serve(t, { worker: false, time: 'standing' })
  const look = (desk: typeof salon, token: string) =>
    ask('GET', `/api/v1/w/${desk.slug}/conversations/counts`, { token })
  const first = await look(salon, salon.tokens.staff)
  assert.equal(first.headers.get('ratelimit-policy'), '"credential";q=1200;w=60')
  assert.equal(first.headers.get('ratelimit'), '"credential";r=1199;t=60')

  const { most } = allowances.credential
  const headers = { authorization: `Bearer ${salon.tokens.staff}` }
  for (let at = 1; at < most; at++) await http.inject({ url: '/api/v1/none', headers })
  const refused = await look(salon, salon.tokens.staff)
  assert.deepEqual([refused.status, refused.body.code], [429, 'too_many_requests'])
  assert.equal(refused.headers.get('retry-after'), '60')
  assert.match(refused.headers.get('ratelimit') ?? '', /r=0;/)
  assert.equal((await look(salon, salon.tokens.manager)).status, 200, 'a colleague has an allowance of their own')
  assert.equal((await look(clinic, clinic.tokens.staff)).status, 200)
})

test('one workspace’s rush leaves room for the others, and its line has an end', async () => {
  const inTurn = takeTurns({ atOnce: 2, mostWaiting: 2 })
  const gate = Promise.withResolvers<void>()
  let running = 0
  const slow = () =>
    inTurn('noisy', async () => {
      running++
      await gate.promise
    })
  const rush = [slow(), slow(), slow(), slow()]
  await assert.rejects(slow(), { code: 'too_many_requests', retryAfter: 1 })
  assert.equal(running, 2)
  assert.equal(await inTurn('quiet', async () => 'served'), 'served')
  gate.resolve()
  await Promise.all(rush)
  assert.equal(running, 4)
  await assert.rejects(
    inTurn('noisy', () => Promise.reject(new Error('failed'))),
    /failed/,
  )
  assert.equal(await inTurn('noisy', async () => 'again'), 'again')
})

test('addresses of one household count as one', () => {
  assert.equal(neighbourhood('203.0.113.7'), '203.0.113.7')
  assert.equal(neighbourhood('::ffff:203.0.113.7'), '203.0.113.7')
  assert.equal(neighbourhood('2001:db8:1:2:3::4'), neighbourhood('2001:db8:1:2:ffff::1'))
  assert.notEqual(neighbourhood('2001:db8:1:2::1'), neighbourhood('2001:db8:1:3::1'))
})
