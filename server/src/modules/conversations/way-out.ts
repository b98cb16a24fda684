import { openForSending } from '#channels'
import type { Context } from '#lib/context'
import { NotFound } from '#lib/refusal'
import type { Tx } from '#lib/tx'
import { getWorkspace } from '#tenancy'
import { ChannelNotReady, NoChannel, WindowClosed } from './refusals.ts'
import { windowOn } from './window.ts'

// With these the number will not work again by itself. Whatever else keeps it from sending passes: the message may wait.
const goneForGood = new Set(['channel_removed', 'channel_disabled'])

/**
 * The channel by which free text may leave a conversation now; the one the customer last wrote on unless another is named.
 * Refuses without one, outside a 24-hour window where the channel has one, or when the channel was removed or disabled. Never calls the provider.
 */
export async function wayOut(
  tx: Tx,
  context: Context,
  conversationId: string,
  channelId: string | null,
): Promise<string> {
  if (channelId === null) throw new NoChannel()
  const reach = await tx.db
    .selectFrom('conversations.reach')
    .select('customerWroteAt')
    .where('tenantId', '=', tx.tenantId)
    .where('conversationId', '=', conversationId)
    .where('channelId', '=', channelId)
    .executeTakeFirst()
  if (!reach) throw new NotFound('channel in this conversation')

  const opened = await openForSending(tx, context, channelId)
  const window = windowOn(opened.capabilities, reach.customerWroteAt, tx.now)
  if (!window.open) throw new WindowClosed(window.closesAt, (await getWorkspace(tx)).timezone)

  if (!opened.ready && goneForGood.has(opened.why.code)) throw new ChannelNotReady(opened.why.message)
  return channelId
}
