import assert from 'node:assert/strict'
import test from 'node:test'
import { phoneMatchKey, toE164 } from './phone.ts'

test('spellings that reach the same person have one key', () => {
  const pairs = [
    ['+5511987654321', '+551187654321'],
    ['+5215512345678', '+525512345678'],
    ['+5491123456789', '+541123456789'],
  ] as const
  for (const [one, other] of pairs) assert.equal(phoneMatchKey(one), phoneMatchKey(other))
})

test('numbers of different people keep different keys', () => {
  assert.notEqual(phoneMatchKey('+551133334444'), phoneMatchKey('+5511933334444'))
  assert.notEqual(phoneMatchKey('+34612345678'), phoneMatchKey('+34612345679'))
})

test('a number is read as people write it, of the given country when it names none', () => {
  assert.equal(toE164('+49 (170) 123-4567'), '+491701234567')
  assert.equal(toE164('0170 1234567', 'DE'), '+491701234567')
  assert.equal(toE164('011 15-2345-6789', 'AR'), '+5491123456789')
  assert.equal(toE164('+52 1 55 1234 5678'), '+5215512345678')
})

test('what is no number is refused, and so is a number hidden in words', () => {
  for (const typed of [
    '',
    'abc',
    '+12',
    '0170 1234567',
    'call +49 170 1234567 after six',
    '+49 170 1234567 ext. 5',
    '\u0000',
  ]) {
    assert.equal(toE164(typed), undefined, typed)
  }
})
