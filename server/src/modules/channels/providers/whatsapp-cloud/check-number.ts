import type { Context } from '#lib/context'
import type { SendingChannel } from '../../sending.ts'
import { callGraph } from './call-graph.ts'
import type { GraphVerdict } from './judge.ts'

/** Asks Meta about the number: an answer means that it exists and that the token may use it. */
export function checkNumber(context: Context, channel: SendingChannel): Promise<GraphVerdict> {
  return callGraph(context, channel, { method: 'GET', path: channel.phoneNumberId })
}
