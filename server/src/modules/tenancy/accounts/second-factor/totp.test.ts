import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Secret } from 'otpauth'
import { periodOf, uriFor } from './totp.ts'

// RFC 6238, appendix B: the last six of the eight digits.
const secret = Secret.fromLatin1('12345678901234567890').base32
const vectors: readonly [seconds: number, code: string][] = [
  [59, '287082'],
  [1_111_111_109, '081804'],
  [1_234_567_890, '005924'],
  [20_000_000_000, '353130'],
]

test('codes are those of the standard', () => {
  for (const [seconds, code] of vectors)
    assert.equal(periodOf(code, secret, new Date(seconds * 1_000)), Math.floor(seconds / 30))
})

test('a code is taken a period early or late, and no longer', () => {
  const [, [seconds, code] = [0, '']] = vectors
  const at = (offset: number) => periodOf(code, secret, new Date((seconds + offset) * 1_000))
  assert.deepEqual([at(-30), at(0), at(30)], Array(3).fill(Math.floor(seconds / 30)))
  assert.deepEqual([at(-61), at(61)], [undefined, undefined])
})

test('the QR code names the place and the person', () => {
  assert.match(
    uriFor(secret, 'ana+desk@example.com'),
    /^otpauth:\/\/totp\/Frontdesk:ana%2Bdesk%40example\.com\?issuer=Frontdesk&secret=/,
  )
})
