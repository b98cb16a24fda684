import { newId } from '#lib/id'
import type { Tx } from '#lib/tx'
import type { MessageError } from '../message.ts'
import { leaveOutbox, settle } from '../receipts/settle.ts'
import type { Head } from './outbox.ts'

/** Nothing more is tried: the message shows why its last attempt failed. */
export async function fail(tx: Tx, messageId: string): Promise<void> {
  await leaveOutbox(tx, messageId)
  await settle(tx, messageId)
}

/** Fails a message that may not be sent, without asking the provider. The refusal stands among its attempts. */
export function failWithoutCall(tx: Tx, head: Head, error: MessageError): Promise<void> {
  return endWithoutCall(tx, head, 'refused', error)
}

/** Cancels a message that was meant for a moment that has passed. The reason stands among its attempts. */
export function cancelWithoutCall(tx: Tx, head: Head, reason: MessageError): Promise<void> {
  return endWithoutCall(tx, head, 'cancelled', reason)
}

async function endWithoutCall(
  tx: Tx,
  { messageId, channelId, lastAttempt }: Head,
  state: 'refused' | 'cancelled',
  error: MessageError,
): Promise<void> {
  await tx.db
    .insertInto('conversations.attempt')
    .values({
      id: newId(),
      messageId,
      channelId,
      number: (lastAttempt?.number ?? 0) + 1,
      state,
      error: JSON.stringify(error),
      startedAt: tx.now,
      endedAt: tx.now,
    })
    .execute()
  await fail(tx, messageId)
}
