import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto'
import { parse, stringify } from 'uuid'

/** What a link opens, and until when. */
export interface Linked {
  readonly tenantId: string
  readonly id: string
  /** What of it, as a number the caller gives a meaning to: 0 to 255. */
  readonly part: number
  readonly until: Date
}

/** Makes links that are their own permission, and reads them back. */
export interface LinkSigner {
  sign(linked: Linked): string
  /** Undefined unless this installation made it. Whether it is over is the caller's to see. */
  read(token: string): Linked | undefined
}

const bodyLength = 16 + 16 + 1 + 4
const macLength = 32

/** HMAC-SHA256 under a key of its own, derived from the installation's secret. Equal links are equal letter by letter. */
export function linkSignerFor(secret: string): LinkSigner {
  const key = Buffer.from(hkdfSync('sha256', secret, 'frontdesk', 'signed links', 32))
  const macOf = (body: Buffer) => createHmac('sha256', key).update(body).digest()

  return {
    sign({ tenantId, id, part, until }) {
      const body = Buffer.alloc(bodyLength)
      body.set(parse(tenantId), 0)
      body.set(parse(id), 16)
      body.writeUInt8(part, 32)
      body.writeUInt32BE(Math.floor(until.getTime() / 1_000), 33)
      return Buffer.concat([body, macOf(body)]).toString('base64url')
    },
    read(token) {
      const bytes = Buffer.from(token, 'base64url')
      // One way to write each token, so that a link is one address.
      if (bytes.length !== bodyLength + macLength || bytes.toString('base64url') !== token) return undefined
      const body = bytes.subarray(0, bodyLength)
      if (!timingSafeEqual(bytes.subarray(bodyLength), macOf(body))) return undefined
      return {
        tenantId: stringify(body.subarray(0, 16)),
        id: stringify(body.subarray(16, 32)),
        part: body.readUInt8(32),
        until: new Date(body.readUInt32BE(33) * 1_000),
      }
    },
  }
}
