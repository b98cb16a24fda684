import { type Capabilities, type ChannelKind, capabilitiesOfChannels, openForSending } from '#channels'
import type { Context } from '#lib/context'
import { NotFound } from '#lib/refusal'
import type { Tx } from '#lib/tx'
import { getWorkspace } from '#tenancy'
import { addressFor, beginReach } from './begin-reach.ts'
import { ChannelNotReady, NoChannel, NotCarried, TextTooLong, WindowClosed } from './refusals.ts'
import type { Writing } from './reply-content.ts'
import { windowOn } from './window.ts'

// With these the number will not work again by itself. Whatever else keeps it from sending passes: the message may wait.
export const goneForGood = new Set(['channel_removed', 'channel_disabled'])

export interface WayTaken {
  readonly channelId: string
  readonly kind: ChannelKind
}

/**
 * The channel by which something may leave a conversation now; the one the customer last wrote on unless another is named.
 * Refuses without one, what it does not carry, outside a 24-hour window where it has one, or when it was removed or
 * disabled. Never calls the provider.
 */
export async function wayOut(
  tx: Tx,
  context: Context,
  conversationId: string,
  channelId: string | null,
  writing: Pick<Writing, 'kind' | 'text'> = { kind: 'text', text: null },
): Promise<WayTaken> {
  if (channelId === null) throw new NoChannel()
  const able = (await capabilitiesOfChannels(tx)).get(channelId)
  const reach = able && (await reachOf(tx, conversationId, channelId, able))
  if (!reach) throw new NotFound('channel in this conversation')
  refuseUncarried(able, writing)

  const opened = await openForSending(tx, context, channelId)
  const window = windowOn(able, reach.customerWroteAt, tx.now)
  if (!window.open) throw new WindowClosed(window.closesAt, (await getWorkspace(tx)).timezone)
  if (!opened.ready && goneForGood.has(opened.why.code)) throw new ChannelNotReady(opened.why.message)
  return { channelId, kind: opened.kind }
}

function refuseUncarried({ kinds, textLimit }: Capabilities, { kind, text }: Pick<Writing, 'kind' | 'text'>): void {
  if (!kinds.includes(kind)) throw new NotCarried()
  const length = [...(text ?? '')].length
  if (kind === 'text' && length > textLimit) throw new TextTooLong(length, textLimit, 'This channel')
}

async function reachOf(
  tx: Tx,
  conversationId: string,
  channelId: string,
  able: Capabilities,
): Promise<{ customerWroteAt: Date | null } | undefined> {
  const reach = await tx.db
    .selectFrom('conversations.reach')
    .select('customerWroteAt')
    .where('tenantId', '=', tx.tenantId)
    .where('conversationId', '=', conversationId)
    .where('channelId', '=', channelId)
    .executeTakeFirst()
  if (reach) return reach
  const address = await addressFor(tx, conversationId, able)
  if (address === null) return undefined
  await beginReach(tx, { conversationId, channelId, address })
  return { customerWroteAt: null }
}
