import type { Context } from '#lib/context'
import { type FetchAnswer, safeFetch } from '#lib/safe-fetch'
import { Unreachable } from '#lib/unreachable'
import { isObject, type JsonObject } from '../../inbound/json.ts'
import type { ProviderError } from '../../provider-error.ts'
import { readError } from './error-classes.ts'
import type { SmsSender } from './settings.ts'

export interface TwilioCall {
  readonly method: 'GET' | 'POST'
  /** With its query, from the slash on. */
  readonly path: string
  readonly form?: Readonly<Record<string, string>>
  /** Messaging services live at an address of their own. */
  readonly of?: 'messaging'
}

/** What a call came to: an answer, a refusal that is certain, or nobody knows. */
export type TwilioVerdict =
  | { readonly outcome: 'answered'; readonly body: JsonObject }
  | { readonly outcome: 'refused' | 'unknown'; readonly error: ProviderError }

type Caller = Pick<SmsSender, 'accountSid' | 'authToken' | 'baseUrl'>

/** Calls Twilio's API once. Never follows a redirect and never waits longer than a send may take. */
export async function callTwilio(context: Context, caller: Caller, call: TwilioCall): Promise<TwilioVerdict> {
  const base = call.of === 'messaging' ? caller.baseUrl.replace('//api.', '//messaging.') : caller.baseUrl
  const proof = Buffer.from(`${caller.accountSid}:${caller.authToken}`).toString('base64')
  try {
    const answer = await safeFetch(base + call.path, {
      method: call.method,
      headers: {
        authorization: `Basic ${proof}`,
        accept: 'application/json',
        ...(call.form ? { 'content-type': 'application/x-www-form-urlencoded' } : {}),
      },
      ...(call.form ? { body: new URLSearchParams(call.form).toString() } : {}),
      timeout: context.pace.sendTimeout,
      maxBytes: 1_000_000,
      allowedOrigins: [context.providerUrls.twilio, ...context.trustedUrls],
    })
    return judge(answer)
  } catch (error) {
    if (error instanceof Unreachable) return judgeSilence(error)
    throw error
  }
}

/** Only an answer in Twilio's own words says for sure that nothing happened; a page of some proxy or an empty 5xx does not. */
function judge({ status, headers, body }: FetchAnswer): TwilioVerdict {
  const json = parsed(body)
  if (status >= 200 && status < 300) return json ? { outcome: 'answered', body: json } : unclear(status)
  if (json && typeof json.code === 'number') {
    const error = readError(json.code, json.message)
    if (error.class === 'ambiguous') return { outcome: 'unknown', error }
    return { outcome: 'refused', error: withWait(error, headers['retry-after']) }
  }
  if (status === 429) return { outcome: 'refused', error: withWait(readError(20429), headers['retry-after']) }
  if (status === 401) return { outcome: 'refused', error: readError(20003) }
  if (status >= 500 || status === 408) return unclear(status)
  const message = `The address answered ${status}, which is not how Twilio answers. Check the channel’s API address.`
  return { outcome: 'refused', error: { code: 'not_the_provider', class: 'our_request', message } }
}

/** No answer came. Without a connection nothing was sent; otherwise the request may have arrived. */
function judgeSilence(silence: Unreachable): TwilioVerdict {
  if (silence.why === 'forbidden') {
    const message = 'The channel’s API address leads inside a private network and is not used.'
    return { outcome: 'refused', error: { code: 'address_not_allowed', class: 'our_request', message } }
  }
  if (silence.isCertainlyNotSent) {
    const message = 'Twilio could not be reached.'
    return { outcome: 'refused', error: { code: 'provider_unreachable', class: 'retry', message } }
  }
  const code = silence.why === 'timed_out' ? 'provider_timeout' : 'provider_broke_off'
  const message = 'Twilio’s answer did not come; the message may have been sent.'
  return { outcome: 'unknown', error: { code, class: 'ambiguous', message } }
}

function parsed(body: Buffer): JsonObject | undefined {
  try {
    const json: unknown = JSON.parse(body.toString('utf8'))
    return isObject(json) ? json : undefined
  } catch {
    return undefined
  }
}

function unclear(status: number): TwilioVerdict {
  const message = `Twilio’s answer (${status}) does not say whether the message was taken on.`
  return { outcome: 'unknown', error: { code: 'provider_unclear', class: 'ambiguous', message } }
}

function withWait(error: ProviderError, header: string | string[] | undefined): ProviderError {
  const seconds = Number(header)
  const isWait = error.class === 'throttle' && seconds > 0 && seconds <= 86_400
  return isWait ? { ...error, retryAfterMs: seconds * 1000 } : error
}
