import { Readable } from 'node:stream'
import type { Context } from '#lib/context'
import { newId } from '#lib/id'
import type { GiveResult, OutgoingFile } from '../../file-transfer.ts'
import { idOf } from '../../inbound/json.ts'
import type { ProviderError } from '../../provider-error.ts'
import { callGraph } from './call-graph.ts'
import type { WhatsappSender } from './settings.ts'

/** Days for which what was uploaded can be sent by its id; a day less than WhatsApp says. */
export const givenFilesGoodForDays = 29

/** Uploads a file to WhatsApp and answers the id to send it by. Whatever comes to nothing may be tried again: nobody sees it. */
export async function giveFile(context: Context, channel: WhatsappSender, file: OutgoingFile): Promise<GiveResult> {
  const boundary = `frontdesk-${newId()}`
  const head = Buffer.from(headOf(boundary, file))
  const tail = Buffer.from(`\r\n--${boundary}--\r\n`)
  const bytes = await file.open()
  const verdict = await callGraph(context, channel, {
    method: 'POST',
    path: `${channel.phoneNumberId}/media`,
    form: {
      type: `multipart/form-data; boundary=${boundary}`,
      length: head.length + file.bytes + tail.length,
      content: Readable.from(whole(head, bytes, tail), { objectMode: false }),
    },
  })
  bytes.destroy()
  if (verdict.outcome !== 'answered') return { outcome: 'failed', error: asUploadError(verdict.error) }
  const providerId = idOf(verdict.body.id)
  return providerId === undefined ? { outcome: 'failed', error: noId } : { outcome: 'given', providerId }
}

async function* whole(head: Buffer, bytes: Readable, tail: Buffer): AsyncGenerator<Buffer> {
  yield head
  yield* bytes
  yield tail
}

function headOf(boundary: string, { type, name }: OutgoingFile): string {
  const field = (field: string, value: string) =>
    `--${boundary}\r\nContent-Disposition: form-data; name="${field}"\r\n\r\n${value}\r\n`
  return [
    field('messaging_product', 'whatsapp'),
    field('type', type),
    `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${plain(name)}"\r\n`,
    `Content-Type: ${type}\r\n\r\n`,
  ].join('')
}

/** The name the customer sees travels with the message; here it only has to be harmless. */
function plain(name: string): string {
  return name.replace(/[^\w.-]/g, '_').slice(-100)
}

function asUploadError(error: ProviderError): ProviderError {
  return error.class === 'ambiguous'
    ? { ...error, class: 'retry', message: 'The upload to WhatsApp broke off.' }
    : error
}

const noId: ProviderError = {
  code: 'provider_unclear',
  class: 'retry',
  message: 'WhatsApp took the file without an id to send it by.',
}
