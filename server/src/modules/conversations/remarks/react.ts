import type { ChannelRef, InboundMessage } from '#channels'
import type { Tx } from '#lib/tx'
import { applyRemarks } from './apply-remarks.ts'
import { findMessage } from './find-message.ts'
import { keepRemark } from './keep-remark.ts'
import type { Side } from './remark.ts'

type ReactingMessage = InboundMessage & Required<Pick<InboundMessage, 'reaction'>>

/**
 * Attaches a reaction to the message it is about. False when nobody knows that message yet: then the reaction is parked, and
 * whoever calls shows it as something said until the message comes. Needs the conversation held.
 */
export async function react(tx: Tx, channel: ChannelRef, by: Side, message: ReactingMessage): Promise<boolean> {
  const { providerMessageId, reaction, saidAt } = message
  const { aboutProviderId, emoji } = reaction
  const target = await findMessage(tx, channel, aboutProviderId)
  const remark = { kind: 'reaction', by, content: { emoji }, at: saidAt } as const
  const isNew = await keepRemark(tx, channel, {
    ...remark,
    ...{ providerMessageId, aboutProviderId, messageId: target?.id ?? null },
  })
  if (target && isNew) await applyRemarks(tx, target.id, remark)
  return target !== undefined
}
