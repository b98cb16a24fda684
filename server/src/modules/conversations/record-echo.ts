import { sql } from 'kysely'
import type { ChannelRef, InboundMessage } from '#channels'
import { announce } from '#lib/facts/announce'
import { newId } from '#lib/id'
import type { Tx } from '#lib/tx'
import { permit } from '#tenancy'
import { addressOf } from './address-of.ts'
import { stepIn } from './automation/step-in.ts'
import { expectMedia } from './expect-media.ts'
import { findOrStart } from './find-or-start.ts'
import { keepSaid } from './keep-said.ts'
import type { LockedConversation } from './lock-conversation.ts'
import { isSaid } from './message.ts'
import { findMessage } from './remarks/find-message.ts'
import { joinParked } from './remarks/join-parked.ts'
import { react } from './remarks/react.ts'

/**
 * Puts what the business wrote on its own phone into the conversation as ours, once. Somebody is answering by hand, so
 * automation pauses, unless it is old news; the window and the unread count stay as they are.
 */
export async function recordEcho(
  tx: Tx,
  channel: ChannelRef,
  contactId: string,
  message: InboundMessage,
): Promise<void> {
  permit(tx, 'conversations.record')

  const conversation = await findOrStart(tx, contactId)
  if (message.reaction && (await react(tx, channel, 'business', { ...message, reaction: message.reaction }))) return
  // What left by Frontdesk is here already.
  if (await findMessage(tx, channel, message.providerMessageId)) return
  const messageId = await keepSaid(tx, { conversationId: conversation.id, channel, message, by: 'phone_app' })
  if (!messageId) return
  await expectMedia(tx, channel, messageId, message)
  await joinParked(tx, channel, messageId, message.providerMessageId)
  await noteAddress(tx, conversation.id, channel.id, message)
  if (isSaid(message.kind)) await bringUp(tx, conversation, channel.id, messageId)

  const about = { contactId, conversationId: conversation.id }
  await announce(tx, 'conversations.phone_app_wrote', {
    subjectId: messageId,
    ...about,
    details: { messageId, channelId: channel.id, kind: message.kind, late: message.late },
  })
  if (isSaid(message.kind) && !message.late) await stepIn(tx, conversation, null)
}

/** How to reach somebody who has not written yet. It opens no window. */
async function noteAddress(tx: Tx, conversationId: string, channelId: string, message: InboundMessage): Promise<void> {
  const { kind, value } = addressOf(message)
  await sql`
    insert into conversations.reach (id, conversation_id, channel_id, address_kind, address)
    values (${newId()}, ${conversationId}, ${channelId}, ${kind}, ${value})
    on conflict (tenant_id, conversation_id, channel_id) do nothing`.execute(tx.db)
}

async function bringUp(tx: Tx, conversation: LockedConversation, channelId: string, messageId: string): Promise<void> {
  await tx.db
    .updateTable('conversations.conversation')
    .set({
      channelId: conversation.channelId ?? channelId,
      lastMessageId: messageId,
      lastMessageAt: tx.now,
      customerWaits: false,
    })
    .where('tenantId', '=', tx.tenantId)
    .where('id', '=', conversation.id)
    .execute()
}
