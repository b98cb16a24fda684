import assert from 'node:assert/strict'
import { test } from 'node:test'
import { actions, type ErrorClass } from '../../provider-error.ts'
import { knownErrors } from './error-classes.ts'
import { readError } from './read-error.ts'

const expected: Record<string, readonly number[]> = {
  retry: [1, 2, 131000, 131016, 131057, 135000],
  throttle: [4, 80007, 130429, 131056, 132069],
  stop_lane: [131048, 368, 131031, 130497, 131064, 131042, 131044, 131045, 133010, 133016, 131037],
  auth: [0, 3, 10, 190, 200, 250, 299, 131005],
  our_request: [100, 131008, 131009, 131021, 131051, 132000, 132005, 132007, 132008, 132012],
  template: [132001, 132015, 132016, 132068],
  recipient: [131026, 131030, 130472, 131049, 137000],
  window: [131047],
  consent: [131050],
  media: [131052, 131053],
  identity: [131062],
}

test('every code has its class, an action, a word and a sentence', () => {
  for (const [errorClass, codes] of Object.entries(expected)) {
    for (const code of codes) {
      const error = readError({ code })
      assert.equal(error.class, errorClass, String(code))
      assert.ok(actions[error.class as ErrorClass])
      assert.match(error.code, /^[a-z0-9_]+$/)
      assert.match(error.message, /\.$/)
      assert.equal(error.providerCode, code)
    }
  }
})

test('no code stands in two rows', () => {
  const all = knownErrors.flatMap(({ codes }) => codes)
  assert.equal(new Set(all).size, all.length)
})

test('what nobody knows fails and alerts, whatever shape it has', () => {
  for (const odd of [
    { code: 999_999 },
    { code: 'x' },
    {},
    null,
    'text',
    [],
    { code: {} },
    { code: null },
    { code: '' },
    { code: true },
  ]) {
    assert.equal(actions[readError(odd).class], 'fail_and_alert')
  }
  assert.equal(readError({ code: '131047' }).class, 'window')
})

test('the provider’s words come along where they name the field', () => {
  const { message } = readError({ code: 100, message: 'x', error_data: { details: 'Parameter text.body is missing' } })
  assert.match(message, /Parameter text\.body is missing/)
})
