import type { Pace } from '#lib/context'
import type { Tx } from '#lib/tx'
import type { MessageError } from '../message.ts'
import { settle } from '../receipts/settle.ts'
import { type Head, letWait } from './outbox.ts'

/**
 * A call whose process was killed: nobody saw it end, so nobody knows what became of it. It waits for a receipt as any
 * unknown outcome does, counted from when the call began.
 */
export async function forgottenCall(tx: Tx, pace: Pace, { messageId, lastAttempt }: Head): Promise<void> {
  if (!lastAttempt) throw new Error(`the message ${messageId} is being sent without an attempt`)
  await tx.db
    .updateTable('conversations.attempt')
    .set({ state: 'unknown', error: JSON.stringify(interrupted) })
    .where('tenantId', '=', tx.tenantId)
    .where('id', '=', lastAttempt.id)
    .where('state', '=', 'calling')
    .execute()
  const dueAt = new Date(Date.parse(lastAttempt.startedAt) + pace.unknownFor)
  await letWait(tx, messageId, { state: 'unknown', dueAt, reason: null })
  await settle(tx, messageId)
}

const interrupted: MessageError = {
  code: 'sending_interrupted',
  class: 'ambiguous',
  message: 'Frontdesk was stopped while this was being sent. It waits for a sign that it arrived.',
}
