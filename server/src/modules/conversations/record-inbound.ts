import { sql } from 'kysely'
import type { ChannelRef, InboundMessage } from '#channels'
import { beginLeadByReferral } from '#contacts'
import { announce } from '#lib/facts/announce'
import { newId } from '#lib/id'
import type { Tx } from '#lib/tx'
import { permit } from '#tenancy'
import { addressOf } from './address-of.ts'
import { statusAfter } from './conversation.ts'
import { expectMedia } from './expect-media.ts'
import { findOrStart } from './find-or-start.ts'
import { heedConsent } from './heed-consent.ts'
import { keepSaid } from './keep-said.ts'
import type { LockedConversation } from './lock-conversation.ts'
import { isSaid } from './message.ts'
import { joinParked } from './remarks/join-parked.ts'
import { react } from './remarks/react.ts'
import { tellReopened } from './tell-reopened.ts'

/**
 * Puts what a customer wrote into their conversation, once: the thread, the unread count, the 24-hour window. Threads are
 * shown in the order of arrival, so a late message stands at the end and moves no window beyond its own time.
 */
export async function recordInbound(
  tx: Tx,
  channel: ChannelRef,
  contactId: string,
  message: InboundMessage,
): Promise<void> {
  permit(tx, 'conversations.record')

  const conversation = await findOrStart(tx, contactId)
  if (message.reaction && (await react(tx, channel, 'customer', { ...message, reaction: message.reaction }))) return
  const messageId = await keepSaid(tx, { conversationId: conversation.id, channel, message, by: { contactId } })
  if (!messageId) return
  await expectMedia(tx, channel, messageId, message)
  if (!conversation.lastMessageId) await beginLeadByReferral(tx, contactId, message.details?.referral)
  await joinParked(tx, channel, messageId, message.providerMessageId)
  await noteReach(tx, conversation.id, channel.id, message)
  if (isSaid(message.kind)) {
    await bringUp(tx, conversation, channel.id, messageId)
    await tellReopened(tx, conversation)
  }

  if (message.consent)
    await tellConsent(tx, channel, { contactId, conversationId: conversation.id, messageId }, message)
  await heedConsent(tx, conversation, channel, { message, messageId })
  await announce(tx, 'conversations.message_received', {
    subjectId: messageId,
    contactId,
    conversationId: conversation.id,
    details: { messageId, channelId: channel.id, kind: message.kind, late: message.late },
  })
}

/** What it means for whether they may be written to is for those who keep account of consent. */
async function tellConsent(
  tx: Tx,
  channel: ChannelRef,
  { contactId, conversationId, messageId }: { contactId: string; conversationId: string; messageId: string },
  { consent, text }: InboundMessage,
): Promise<void> {
  const name = consent === 'withdrawn' ? 'conversations.opted_out' : 'conversations.opted_in'
  const details = { messageId, channelId: channel.id, channelKind: channel.kind, words: (text ?? '').slice(0, 200) }
  await announce(tx, name, { subjectId: messageId, contactId, conversationId, details })
}

/** How to answer, and until when. The window moves only forward, and a clock that runs ahead does not lengthen it. */
async function noteReach(tx: Tx, conversationId: string, channelId: string, message: InboundMessage): Promise<void> {
  const { kind, value } = addressOf(message)
  const wroteAt = message.opensWindow ? new Date(Math.min(message.saidAt.getTime(), tx.now.getTime())) : null
  const lastSaid = isSaid(message.kind) && !message.late ? message.providerMessageId : null
  await sql`
    insert into conversations.reach as known
      (id, conversation_id, channel_id, address_kind, address, customer_wrote_at, last_inbound_provider_id)
    values (${newId()}, ${conversationId}, ${channelId}, ${kind}, ${value}, ${wroteAt}, ${lastSaid})
    on conflict (tenant_id, conversation_id, channel_id) do update set
      address_kind = excluded.address_kind,
      address = excluded.address,
      customer_wrote_at = greatest(known.customer_wrote_at, excluded.customer_wrote_at),
      last_inbound_provider_id = coalesce(excluded.last_inbound_provider_id, known.last_inbound_provider_id)`.execute(
    tx.db,
  )
}

async function bringUp(tx: Tx, conversation: LockedConversation, channelId: string, messageId: string): Promise<void> {
  await tx.db
    .updateTable('conversations.conversation')
    .set({
      status: statusAfter('customer_wrote', conversation.status),
      channelId,
      unreadCount: conversation.unreadCount + 1,
      lastMessageId: messageId,
      lastMessageAt: tx.now,
      customerWaits: true,
    })
    .where('tenantId', '=', tx.tenantId)
    .where('id', '=', conversation.id)
    .execute()
}
