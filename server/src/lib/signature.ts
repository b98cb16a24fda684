import { createHash, createHmac, timingSafeEqual } from 'node:crypto'

export function sha256(bytes: Buffer | string): Buffer {
  return createHash('sha256').update(bytes).digest()
}

/** True when the hex digest is the HMAC-SHA256 of these very bytes. Takes the same time whatever is wrong with it. */
export function isHmacSha256(bytes: Buffer, secret: string, hexDigest: string): boolean {
  const expected = createHmac('sha256', secret).update(bytes).digest()
  const given = Buffer.alloc(expected.length)
  const isWellFormed = /^[0-9a-f]{64}$/i.test(hexDigest)
  if (isWellFormed) given.write(hexDigest, 'hex')
  return timingSafeEqual(expected, given) && isWellFormed
}

/** Compares two strings without telling by the time it takes where they differ. */
export function isSameSecret(one: string, other: string): boolean {
  return timingSafeEqual(sha256(one), sha256(other))
}

/** URL-safe HMAC-SHA256, for values that every process derives from the installation's secret. */
export function hmacSha256(text: string, secret: string): string {
  return createHmac('sha256', secret).update(text).digest('base64url')
}
