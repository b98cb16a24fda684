import { createHmac } from 'node:crypto'

/** The header Meta puts on a webhook: HMAC-SHA256 of exactly these bytes under the app's secret. */
export function sign(body: Buffer, appSecret: string): string {
  return `sha256=${createHmac('sha256', appSecret).update(body).digest('hex')}`
}

/** JSON in the form Meta sends and signs: ASCII alone, and every slash escaped. */
export function asMetaWritesIt(payload: object): Buffer {
  const json = JSON.stringify(payload)
    .replaceAll('/', '\\/')
    .replace(/[\u007f-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
  return Buffer.from(json, 'ascii')
}
