import type { FetchAnswer } from '#lib/safe-fetch'
import type { Unreachable } from '#lib/unreachable'
import { isObject, type JsonObject } from '../../inbound/json.ts'
import type { ProviderError } from '../../provider-error.ts'
import { readError } from './read-error.ts'

/** What a call came to: an answer, a refusal that is certain, or nobody knows. */
export type GraphVerdict =
  | { readonly outcome: 'answered'; readonly body: JsonObject }
  | { readonly outcome: 'refused'; readonly error: ProviderError }
  | { readonly outcome: 'unknown'; readonly error: ProviderError }

/** Only an answer in Meta's own words says for sure that nothing happened; a page of some proxy or an empty 5xx does not. */
export function judgeAnswer({ status, headers, body }: FetchAnswer): GraphVerdict {
  const json = parsed(body)
  if (json && isObject(json.error)) return refused(withServerTrouble(readError(json.error), status), headers)
  if (status >= 200 && status < 300) return json ? { outcome: 'answered', body: json } : unclear(status)
  if (status === 429) return refused(throttled, headers)
  if (status === 401 || status === 403) return refused(denied, headers)
  if (status >= 500 || status === 408) return unclear(status)
  return refused(noGraph(status), headers)
}

/** No answer came. Without a connection nothing was sent; otherwise the request may have arrived. */
export function judgeSilence(silence: Unreachable): GraphVerdict {
  if (silence.why === 'forbidden') return { outcome: 'refused', error: forbidden }
  if (silence.isCertainlyNotSent) return { outcome: 'refused', error: notReached }
  return { outcome: 'unknown', error: silence.why === 'timed_out' ? timedOut : brokenOff }
}

function parsed(body: Buffer): JsonObject | undefined {
  try {
    const json: unknown = JSON.parse(body.toString('utf8'))
    return isObject(json) ? json : undefined
  } catch {
    return undefined
  }
}

/** An error we don't know under a 5xx is trouble of theirs: it may be tried again. */
function withServerTrouble(error: ProviderError, status: number): ProviderError {
  if (error.class !== 'unknown_code' || status < 500) return error
  return { ...error, code: 'provider_trouble', class: status === 503 ? 'throttle' : 'retry' }
}

function refused(error: ProviderError, headers: FetchAnswer['headers']): GraphVerdict {
  const seconds = Number(headers['retry-after'])
  const isWait = error.class === 'throttle' && seconds > 0 && seconds <= 86_400
  return { outcome: 'refused', error: isWait ? { ...error, retryAfterMs: seconds * 1000 } : error }
}

function unclear(status: number): GraphVerdict {
  const message = `WhatsApp’s answer (${status}) does not say whether the message was taken on.`
  return { outcome: 'unknown', error: { code: 'provider_unclear', class: 'ambiguous', message } }
}

function noGraph(status: number): ProviderError {
  const message = `The address answered ${status}, which is not how WhatsApp answers. Check the channel’s API address.`
  return { code: 'not_the_provider', class: 'our_request', message }
}

const throttled: ProviderError = { code: 'provider_busy', class: 'throttle', message: 'WhatsApp asks to slow down.' }
const denied: ProviderError = { code: 'access_denied', class: 'auth', message: 'WhatsApp refused the access token.' }
const forbidden: ProviderError = {
  code: 'address_not_allowed',
  class: 'our_request',
  message: 'The channel’s API address leads inside a private network and is not used.',
}
const notReached: ProviderError = {
  code: 'provider_unreachable',
  class: 'retry',
  message: 'WhatsApp could not be reached.',
}
const timedOut: ProviderError = {
  code: 'provider_timeout',
  class: 'ambiguous',
  message: 'WhatsApp did not answer in time; the message may have been sent.',
}
const brokenOff: ProviderError = {
  code: 'provider_broke_off',
  class: 'ambiguous',
  message: 'The connection broke before WhatsApp answered; the message may have been sent.',
}
