import type { Context } from '#lib/context'
import { portOf } from './ports.ts'
import type { SendingChannel } from './sending.ts'

/**
 * Shows the customer that a message was read, and, if asked, that somebody is typing; nothing where the channel has no such
 * sign. What may work later is thrown for a retry.
 */
export async function markRead(
  context: Context,
  channel: SendingChannel,
  providerMessageId: string,
  options?: { typing?: boolean },
): Promise<void> {
  await portOf(channel).markRead?.(context, channel, providerMessageId, options)
}
