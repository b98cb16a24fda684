import assert from 'node:assert/strict'
import { test } from 'node:test'
import { logger } from '#lib/log'

function written(act: (log: ReturnType<typeof logger>) => void): { text: string; line: Record<string, unknown> } {
  let text = ''
  const stream = {
    write(line: string) {
      text += line
    },
  }
  act(logger({ level: 'trace', pretty: false }, stream))
  return { text, line: JSON.parse(text) }
}

test('secrets and contents are left out by their name, however deep', () => {
  const secrets = {
    password: 'canary-1',
    newPassword: 'canary-2',
    credentials: { accessToken: 'canary-3', appSecret: 'canary-4' },
    req: { headers: { authorization: 'canary-5', cookie: 'canary-6' }, query: { q: 'canary-7' } },
    message: { text: 'canary-8', deeper: [{ verifyToken: 'canary-9', recoveryCodes: ['canary-10'] }] },
    bytes: Buffer.from('canary-11'),
  }
  const { text, line } = written((log) => log.warn({ ...secrets, loop: 'outbox' }, 'x'))
  assert.doesNotMatch(text, /canary/)
  assert.deepEqual([line.loop, line.msg, line.bytes], ['outbox', 'x', '[9 bytes]'])
})

test('of an error what it is stays, and where; what it quotes goes, in its causes too', () => {
  const row = Object.assign(new Error('duplicate key value violates unique constraint "user_email_key"'), {
    ...{ code: '23505', constraint: 'user_email_key', detail: 'Key (email)=(canary@one.test) already exists.' },
    ...{ where: 'canary-2', parameters: ['canary-3'], table: 'user' },
  })
  const value = new Error('invalid input syntax for type uuid: "canary "four""', { cause: row })
  const parser = (() => {
    try {
      return JSON.parse('{"a": canary-5}')
    } catch (error) {
      return error
    }
  })()
  const { text, line } = written((log) => log.error({ err: new AggregateError([value, parser], 'several') }, 'a bug'))
  assert.doesNotMatch(text, /canary/)
  const { errors } = line.err as { errors: Record<string, unknown>[] }
  const cause = errors[0]?.cause as Record<string, unknown>
  assert.deepEqual([cause.code, cause.constraint, cause.table], ['23505', 'user_email_key', 'user'])
  assert.match(String(cause.stack), /log\.test\.ts/)
})

test('an error on its own does not lend the line its words', () => {
  const { text } = written((log) => log.error(new Error('no such thing as "canary"')))
  assert.doesNotMatch(text, /canary/)
})

test('traces of people are masked by their looks, wherever they stand', () => {
  const told = [
    'mail to canary@salon.test failed',
    'no answer from +34 611 222 333',
    'no answer from 34611222333',
    'GET /contacts?q=canary&limit=3',
    'Bearer canary',
    'GET /invite/Y2FuYXJ5Y2FuYXJ5Y2FuYXJ5Y2FuYXJ5Y2FuYXJ5',
    'postgres://frontdesk:canary@localhost/db',
  ]
  const { text } = written((log) => log.info({ told }, told.join(' · ')))
  assert.doesNotMatch(text, /canary|Y2Fu|611|2223/)
})

test('what finds a bug stays: ids, statuses, durations, times', () => {
  const known = {
    id: '01890000-0000-7000-8000-000000000000',
    status: 'failed',
    took: 1234567890,
    at: new Date(0),
    port: 8000,
  }
  const { line } = written((log) => log.info(known, 'job 01890000-0000-7000-8000-000000000000 took 12345 ms'))
  assert.deepEqual(
    { ...known, at: known.at.toISOString() },
    Object.fromEntries(Object.keys(known).map((key) => [key, line[key]])),
  )
  assert.equal(line.msg, 'job 01890000-0000-7000-8000-000000000000 took 12345 ms')
})
