import type { Context } from '#lib/context'
import { safeFetch } from '#lib/safe-fetch'
import { Unreachable } from '#lib/unreachable'
import type { FetchResult, FileWish, TakeFile } from '../../file-transfer.ts'
import { idOf, textOf } from '../../inbound/json.ts'
import type { ErrorClass, ProviderError } from '../../provider-error.ts'
import { callGraph } from './call-graph.ts'
import type { WhatsappSender } from './settings.ts'

/**
 * Fetches a file a customer sent: asks for its address, which is good for five minutes, and reads what lies there. The
 * access token goes along, and is dropped where a redirect leads to another host. More bytes than `most` are not read.
 */
export async function fetchFile(
  context: Context,
  channel: WhatsappSender,
  { id, most }: FileWish,
  take: TakeFile,
): Promise<FetchResult> {
  const path = `${encodeURIComponent(id)}?phone_number_id=${channel.phoneNumberId}`
  const verdict = await callGraph(context, channel, { method: 'GET', path })
  if (verdict.outcome !== 'answered') {
    // Meta says of what is gone the same as of what never was.
    const isGone = verdict.error.providerCode === 100
    return isGone ? { outcome: 'gone' } : { outcome: 'failed', error: mayBeAskedAgain(verdict.error) }
  }
  const { url, sha256, mime_type: type, file_size: size } = verdict.body
  const address = textOf(url)
  if (idOf(address) === undefined || address === undefined) return failed('file_has_no_address')
  if (Number(size) > most) return failed('file_too_large')

  const failure = await read(context, channel, { address, most }, take)
  if (failure) return { outcome: 'failed', error: failure }
  return { outcome: 'fetched', sha256: textOf(sha256) ?? null, type: textOf(type) ?? null }
}

async function read(
  context: Context,
  channel: WhatsappSender,
  { address, most }: { address: string; most: number },
  take: TakeFile,
): Promise<ProviderError | undefined> {
  try {
    const { status } = await safeFetch(address, {
      headers: { authorization: `Bearer ${channel.accessToken}` },
      timeout: context.pace.transferTimeout,
      maxBytes: most,
      redirects: 3,
      take,
      allowedOrigins: [context.providerUrls.whatsapp, ...context.trustedUrls],
    })
    return status === 200 ? undefined : sayThat('file_not_handed_out')
  } catch (error) {
    if (!(error instanceof Unreachable)) throw error
    if (error.why === 'too_large') return sayThat('file_too_large')
    return sayThat(error.why === 'forbidden' ? 'address_not_allowed' : 'file_broke_off')
  }
}

const failures = {
  file_has_no_address: { class: 'retry', message: 'WhatsApp did not say where the file is.' },
  file_not_handed_out: { class: 'retry', message: 'WhatsApp did not hand the file out.' },
  file_broke_off: { class: 'retry', message: 'The file did not arrive whole.' },
  file_too_large: { class: 'our_request', message: 'The file is larger than 100 MB.' },
  address_not_allowed: {
    class: 'our_request',
    message: 'The file’s address leads inside a private network, so it was not fetched.',
  },
} satisfies Record<string, { class: ErrorClass; message: string }>

function sayThat(code: keyof typeof failures): ProviderError {
  return { code, ...failures[code] }
}

function failed(code: keyof typeof failures): FetchResult {
  return { outcome: 'failed', error: sayThat(code) }
}

/** A question may be asked again, whatever became of the last one. */
function mayBeAskedAgain(error: ProviderError): ProviderError {
  return error.class === 'ambiguous' ? { ...error, class: 'retry' } : error
}
