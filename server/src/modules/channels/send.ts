import type { Context } from '#lib/context'
import { portOf } from './ports.ts'
import type { OutgoingMessage, SendingChannel, SendResult } from './sending.ts'

/** Sends a message by the channel's provider, once: accepted, refused, or nobody knows. */
export function send(context: Context, channel: SendingChannel, message: OutgoingMessage): Promise<SendResult> {
  return portOf(channel).send(context, channel, message)
}
