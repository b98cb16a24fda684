import { randomBytes } from 'node:crypto'
import { crc32 } from 'node:zlib'
import { sha256 } from '#lib/signature'

const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
const shape = /^fd_([0-9A-Za-z]{43})([0-9A-Za-z]{6})$/

/** A new token: `fd_`, 256 random bits, and a checksum by which one that leaked is recognised without asking anybody. */
export function newSecret(): string {
  const body = base62(BigInt(`0x${randomBytes(32).toString('hex')}`), 43)
  return `fd_${body}${checksum(body)}`
}

/** True for what claims to be one of our tokens, right or wrong. */
export function claimsToBeToken(text: string): boolean {
  return text.startsWith('fd_')
}

/** True for what could be one of our tokens: its checksum is right. */
export function isTokenShaped(text: string): boolean {
  const [, body = '', check] = shape.exec(text) ?? []
  return check !== undefined && checksum(body) === check
}

/** What is kept of it. */
export function hashOfSecret(secret: string): Buffer {
  return sha256(secret)
}

/** What is shown of it later. */
export function hintOf(secret: string): string {
  return secret.slice(-4)
}

function checksum(body: string): string {
  return base62(BigInt(crc32(`fd_${body}`)), 6)
}

function base62(number: bigint, length: number): string {
  let text = ''
  for (let rest = number; rest > 0n; rest /= 62n) text = digits[Number(rest % 62n)] + text
  return text.padStart(length, '0')
}
