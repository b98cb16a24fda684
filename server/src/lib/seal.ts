import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

/** Seals secrets for storage, and opens them. */
export interface Sealer {
  /** Seals a JSON value for one purpose; only the same purpose opens it, so a sealed value moved to another row stays shut. */
  seal(value: unknown, purpose: string): Buffer
  open<T>(sealed: Buffer, purpose: string): T
}

const version = 1
const ivLength = 12
const tagLength = 16

/** AES-256-GCM under a key derived from the installation's secret. A byte in front names the format, so that it can change. */
export function sealerFor(secret: string): Sealer {
  const key = Buffer.from(hkdfSync('sha256', secret, 'frontdesk', 'sealed secrets', 32))

  return {
    seal(value, purpose) {
      const iv = randomBytes(ivLength)
      const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(purpose))
      const body = Buffer.concat([cipher.update(JSON.stringify(value), 'utf8'), cipher.final()])
      return Buffer.concat([Buffer.from([version]), iv, cipher.getAuthTag(), body])
    },
    open(sealed, purpose) {
      if (sealed[0] !== version) throw new Error(`Unknown format of a sealed secret: ${sealed[0]}`)
      const iv = sealed.subarray(1, 1 + ivLength)
      const tag = sealed.subarray(1 + ivLength, 1 + ivLength + tagLength)
      const decipher = createDecipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(purpose)).setAuthTag(tag)
      const body = Buffer.concat([decipher.update(sealed.subarray(1 + ivLength + tagLength)), decipher.final()])
      return JSON.parse(body.toString('utf8'))
    },
  }
}
