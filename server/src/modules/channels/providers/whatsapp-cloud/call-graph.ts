import type { Readable } from 'node:stream'
import type { Context } from '#lib/context'
import { safeFetch } from '#lib/safe-fetch'
import { Unreachable } from '#lib/unreachable'
import { type GraphVerdict, judgeAnswer, judgeSilence } from './judge.ts'
import type { WhatsappSender } from './settings.ts'

const version = 'v23.0'

export interface GraphCall {
  readonly method: 'GET' | 'POST'
  /** Below the version, such as `123/messages`. */
  readonly path: string
  readonly body?: object
  /** In place of a body: a file, in a form that knows its own length. Has the time a file takes. */
  readonly form?: { readonly type: string; readonly length: number; readonly content: Readable }
  /** Is told the provider's time, where an answer says it. */
  readonly hearTime?: (at: Date) => void
}

/** Calls Meta's Graph API once. Never follows a redirect and never waits longer than a send may take. */
export async function callGraph(context: Context, channel: WhatsappSender, call: GraphCall): Promise<GraphVerdict> {
  try {
    const answer = await safeFetch(`${channel.baseUrl}/${version}/${call.path}`, {
      method: call.method,
      headers: {
        authorization: `Bearer ${channel.accessToken}`,
        ...(call.body ? { 'content-type': 'application/json' } : {}),
        ...(call.form ? { 'content-type': call.form.type, 'content-length': String(call.form.length) } : {}),
      },
      ...(call.body ? { body: JSON.stringify(call.body) } : {}),
      ...(call.form ? { body: call.form.content } : {}),
      timeout: call.form ? context.pace.transferTimeout : context.pace.sendTimeout,
      maxBytes: 1_000_000,
      allowedOrigins: [context.providerUrls.whatsapp, ...context.trustedUrls],
    })
    const { date } = answer.headers
    if (typeof date === 'string' && !Number.isNaN(Date.parse(date))) call.hearTime?.(new Date(date))
    return judgeAnswer(answer)
  } catch (error) {
    if (error instanceof Unreachable) return judgeSilence(error)
    throw error
  }
}
