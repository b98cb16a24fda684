import type { ChannelRef, InboundReceipt } from '#channels'
import { newId } from '#lib/id'
import { Id } from '#lib/json'
import type { Tx } from '#lib/tx'
import { permit } from '#tenancy'
import { deliverLater } from '../delivery/deliver-later.ts'
import { giveAnew } from '../delivery/give-anew.ts'
import { queueMessage } from '../delivery/queue-message.ts'
import { heedRefusal } from '../heed-consent.ts'
import { lockConversation } from '../lock-conversation.ts'
import { oneAtATime, proveTaken } from './prove-taken.ts'
import { settle } from './settle.ts'

/**
 * Keeps a receipt, once, and works out what it changes. One that belongs to nothing we know is parked and joined when an
 * attempt learns its provider's id. A receipt proves that its attempt was taken, so one whose outcome was unknown is
 * resolved, and what waited behind it goes on.
 */
export async function recordReceipt(tx: Tx, channel: ChannelRef, receipt: InboundReceipt): Promise<void> {
  permit(tx, 'conversations.record')

  const attempt = (await findAttempt(tx, channel, receipt)) ?? (await findOrPark(tx, channel, receipt))
  if (!attempt) return
  await lockConversation(tx, { id: attempt.conversationId })
  const isNew = await keep(tx, channel, receipt, attempt.id)
  if (!isNew && attempt.isTaken) return

  const { providerMessageId } = receipt
  if (!attempt.isTaken) await proveTaken(tx, { id: attempt.id, channelId: channel.id, providerMessageId })
  const hasLeft = await settle(tx, attempt.messageId)
  if (isNew && receipt.status === 'failed' && receipt.error?.class === 'media') await sendAnew(tx, channel, attempt)
  if (isNew && receipt.error?.class === 'consent')
    await heedRefusal(tx, { ...attempt, channelId: channel.id }, receipt.error)
  if (hasLeft) await deliverLater(tx, [attempt.conversationId])
}

/** It has certainly not arrived, and only its file is to blame: once, file and message are sent anew. */
async function sendAnew(
  tx: Tx,
  { id: channelId }: ChannelRef,
  { messageId, conversationId }: FoundAttempt,
): Promise<void> {
  const message = { messageId, conversationId, channelId }
  if (!(await isFailed(tx, messageId)) || !(await giveAnew(tx, message))) return
  await queueMessage(tx, message)
  await settle(tx, messageId)
}

async function isFailed(tx: Tx, id: string): Promise<boolean> {
  const message = await tx.db
    .selectFrom('conversations.message')
    .select('status')
    .where('tenantId', '=', tx.tenantId)
    .where('id', '=', id)
    .executeTakeFirst()
  return message?.status === 'failed'
}

interface FoundAttempt {
  readonly id: string
  readonly messageId: string
  readonly conversationId: string
  readonly isTaken: boolean
}

/** The attempt the receipt names, else the one that knows the provider's id; only ever of this workspace and channel. */
async function findAttempt(
  tx: Tx,
  channel: ChannelRef,
  { attemptId, providerMessageId }: InboundReceipt,
): Promise<FoundAttempt | undefined> {
  const named = Id.safeParse(attemptId).data ?? null
  const found = await tx.db
    .selectFrom('conversations.attempt as attempt')
    .innerJoin('conversations.message as message', (join) =>
      join.onRef('message.tenantId', '=', 'attempt.tenantId').onRef('message.id', '=', 'attempt.messageId'),
    )
    .select(['attempt.id', 'attempt.messageId', 'attempt.state', 'attempt.providerMessageId', 'message.conversationId'])
    .where('attempt.tenantId', '=', tx.tenantId)
    .where('attempt.channelId', '=', channel.id)
    .where((where) =>
      where.or([
        where('attempt.providerMessageId', '=', providerMessageId),
        // An attempt that knows another id is not this one, whatever the receipt says.
        where.and([where('attempt.id', '=', named), where('attempt.providerMessageId', 'is', null)]),
      ]),
    )
    .orderBy('attempt.providerMessageId', (order) => order.asc().nullsLast())
    .limit(1)
    .executeTakeFirst()
  if (!found) return undefined
  const { state, providerMessageId: known, ...attempt } = found
  return { ...attempt, isTaken: state === 'accepted' && known !== null }
}

async function findOrPark(tx: Tx, channel: ChannelRef, receipt: InboundReceipt): Promise<FoundAttempt | undefined> {
  await oneAtATime(tx, channel.id, receipt.providerMessageId)
  // Whoever held the id until now may have been the one to learn it.
  const found = await findAttempt(tx, channel, receipt)
  if (!found) await keep(tx, channel, receipt, null)
  return found
}

/** False when the very same receipt is here already. */
async function keep(tx: Tx, channel: ChannelRef, receipt: InboundReceipt, attemptId: string | null): Promise<boolean> {
  const { providerMessageId, status, at, error, pricing } = receipt
  const kept = await tx.db
    .insertInto('conversations.receipt')
    .values({
      id: newId(),
      channelId: channel.id,
      providerMessageId,
      attemptId,
      status,
      at,
      error: error ? JSON.stringify(error) : null,
      pricing: pricing ? JSON.stringify(pricing) : null,
      receivedAt: tx.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return kept !== undefined
}
