import { asMetaWritesIt, sign } from '@frontdesk/fakes/meta'
import { newId } from '#lib/id'

export interface SigningNumber {
  readonly phoneNumberId: string
  readonly appSecret: string
}

/** One request without end: the floor. */
export function* asking(url: URL): Generator<Buffer, never> {
  const request = Buffer.from(`GET ${url.pathname} HTTP/1.1\r\nhost: ${url.host}\r\n\r\n`)
  for (;;) yield request
}

/** So many different signed webhooks, each with a text message of its own as Meta writes it. Made beforehand, all at once. */
export function webhooks(url: URL, number: SigningNumber, count: number): Buffer[] {
  return Array.from({ length: count }, (_, index) => {
    const body = asMetaWritesIt(envelope(number, index))
    const head = [
      `POST ${url.pathname} HTTP/1.1`,
      `host: ${url.host}`,
      'user-agent: facebookexternalua',
      'content-type: application/json',
      `content-length: ${body.length}`,
      `x-hub-signature-256: ${sign(body, number.appSecret)}`,
    ]
    return Buffer.concat([Buffer.from(`${head.join('\r\n')}\r\n\r\n`), body])
  })
}

function envelope({ phoneNumberId }: SigningNumber, index: number): object {
  const customer = `3460010${String(index % 1_000).padStart(4, '0')}`
  const message = {
    from: customer,
    id: `wamid.${newId()}`,
    timestamp: String(Math.floor(Date.now() / 1_000)),
    type: 'text',
    text: { body: 'Hola, ¿tenéis hueco mañana por la tarde para un corte y color?' },
  }
  const value = {
    messaging_product: 'whatsapp',
    metadata: { display_phone_number: '34931234567', phone_number_id: phoneNumberId },
    contacts: [{ profile: { name: 'Ana García' }, wa_id: customer }],
    messages: [message],
  }
  return {
    object: 'whatsapp_business_account',
    entry: [{ id: '102290129340398', changes: [{ value, field: 'messages' }] }],
  }
}
