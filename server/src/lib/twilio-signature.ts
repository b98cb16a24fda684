import { createHmac } from 'node:crypto'
import { isSameSecret } from '#lib/signature'

export interface SignedForm {
  /** The address that was called, as the outside world writes it, with its query. */
  readonly url: string
  readonly body: Buffer
}

/**
 * True when Twilio signed this form for this address. The same address may be written with and without its default port and
 * with a quote plain or escaped: whoever stands in between may have changed that.
 */
export function isTwilioSigned({ url, body }: SignedForm, signature: string, authToken: string): boolean {
  const fields = sortedFields(body)
  return spellingsOf(url).filter((spelling) => isSameSecret(sign(spelling + fields, authToken), signature)).length > 0
}

/** What Twilio writes into X-Twilio-Signature for a form sent to an address. */
export function twilioSignature({ url, body }: SignedForm, authToken: string): string {
  return sign(url + sortedFields(body), authToken)
}

function sign(text: string, authToken: string): string {
  return createHmac('sha1', authToken).update(text, 'utf8').digest('base64')
}

/** Names and values without anything between them, by name; one that comes twice with the same value counts once. */
function sortedFields(body: Buffer): string {
  const form = new URLSearchParams(body.toString('utf8'))
  const names = [...new Set(form.keys())].sort()
  return names
    .map((name) =>
      [...new Set(form.getAll(name))]
        .sort()
        .map((value) => name + value)
        .join(''),
    )
    .join('')
}

function spellingsOf(url: string): string[] {
  const { protocol, port, host, hostname } = new URL(url)
  const rest = url.slice(url.indexOf(host, protocol.length) + host.length).replace(/^:\d+/, '')
  const plain = protocol === 'https:' ? '443' : '80'
  const hosts = port === '' ? [hostname, `${hostname}:${plain}`] : [`${hostname}:${port}`, hostname]
  const tails = [...new Set([rest, rest.replaceAll('%27', "'"), rest.replaceAll("'", '%27')])]
  return hosts.flatMap((each) => tails.map((tail) => `${protocol}//${each}${tail}`))
}
