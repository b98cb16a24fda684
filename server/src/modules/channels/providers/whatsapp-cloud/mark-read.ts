import type { Context } from '#lib/context'
import { actions } from '../../provider-error.ts'
import { callGraph } from './call-graph.ts'
import type { WhatsappSender } from './settings.ts'

/**
 * Shows the customer that a message was read, and, if asked, that somebody is typing. Nothing depends on it: what
 * can't work is passed over, what may work later is thrown for a retry.
 */
export async function markRead(
  context: Context,
  channel: WhatsappSender,
  providerMessageId: string,
  options: { typing?: boolean } = {},
): Promise<void> {
  const verdict = await callGraph(context, channel, {
    method: 'POST',
    path: `${channel.phoneNumberId}/messages`,
    body: {
      messaging_product: 'whatsapp',
      status: 'read',
      message_id: providerMessageId,
      ...(options.typing ? { typing_indicator: { type: 'text' } } : {}),
    },
  })
  if (verdict.outcome === 'answered') return
  const { error } = verdict
  const mayWorkLater = ['retry_with_backoff', 'reschedule', 'wait_for_receipt'].includes(actions[error.class])
  if (mayWorkLater) throw new Error(`The read mark was not set: ${error.message}`)
  context.log.warn({ channelId: channel.id, error }, 'read mark refused')
}
