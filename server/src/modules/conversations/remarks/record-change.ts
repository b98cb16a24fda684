import type { ChannelRef, InboundChange } from '#channels'
import type { Tx } from '#lib/tx'
import { permit } from '#tenancy'
import { findOrStart } from '../find-or-start.ts'
import { applyRemarks } from './apply-remarks.ts'
import { findMessage } from './find-message.ts'
import { keepRemark } from './keep-remark.ts'
import type { Side } from './remark.ts'

/**
 * Lets a message say what its writer made of it: new words, or nothing any more. What it said before stays in the history.
 * Comes the change before its message, it is parked. Nobody changes what the other side said.
 */
export async function recordChange(
  tx: Tx,
  channel: ChannelRef,
  contactId: string,
  by: Side,
  { providerMessageId, aboutProviderId, at, to }: InboundChange,
): Promise<void> {
  permit(tx, 'conversations.record')

  // Held, so that the message can't come in at the same moment and miss what is parked for it.
  await findOrStart(tx, contactId)
  const target = await findMessage(tx, channel, aboutProviderId)
  const isTheirs = target && target.direction === (by === 'customer' ? 'inbound' : 'outbound')
  const remark =
    to === 'revoked' ? ({ kind: 'revoke', content: {} } as const) : ({ kind: 'edit', content: to } as const)
  const isNew = await keepRemark(tx, channel, {
    ...remark,
    ...{ by, at, providerMessageId, aboutProviderId, messageId: isTheirs ? target.id : null },
  })
  if (isTheirs && isNew) await applyRemarks(tx, target.id, { kind: remark.kind, by })
}
