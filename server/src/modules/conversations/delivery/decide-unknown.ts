import { sql } from 'kysely'
import type { Tx } from '#lib/tx'
import type { MessageError } from '../message.ts'
import { settle } from '../receipts/settle.ts'
import { fail } from './fail.ts'
import { type Head, type LastAttempt, letWait } from './outbox.ts'

/**
 * Decides about an attempt that no receipt has answered for in time. It is sent anew, once, only where the silence proves
 * something: receipts for later messages of the same number have come meanwhile. Else it fails, and a person decides.
 */
export async function decideUnknown(tx: Tx, { messageId, channelId, lastAttempt }: Head): Promise<void> {
  if (!lastAttempt) throw new Error(`the outcome of ${messageId} is unknown without an attempt`)

  if (await isSurelyLost(tx, { messageId, channelId, attempt: lastAttempt })) {
    await conclude(tx, lastAttempt, 'lost', lost)
    await letWait(tx, messageId, { state: 'waiting', dueAt: tx.now, reason: lost })
    await settle(tx, messageId)
  } else {
    await conclude(tx, lastAttempt, 'given_up', outcomeUnknown)
    await fail(tx, messageId)
  }
}

/**
 * Not when the process was killed during the call: while nobody listened the provider may have put its receipts aside, and
 * those of later messages overtake them. Not a second time either.
 */
async function isSurelyLost(
  tx: Tx,
  { messageId, channelId, attempt }: { messageId: string; channelId: string; attempt: LastAttempt },
): Promise<boolean> {
  if (attempt.endedAt === null) return false
  const { rows } = await sql<{ isLost: boolean }>`
    select exists (
      select from conversations.attempt later
      join conversations.receipt receipt on receipt.tenant_id = later.tenant_id and receipt.attempt_id = later.id
      where later.tenant_id = ${tx.tenantId} and later.channel_id = ${channelId} and later.started_at > ${attempt.startedAt}
    ) and not exists (
      select from conversations.attempt earlier
      where earlier.tenant_id = ${tx.tenantId} and earlier.message_id = ${messageId} and earlier.state = 'lost'
    ) as is_lost`.execute(tx.db)
  return rows[0]?.isLost ?? false
}

async function conclude(tx: Tx, { id }: LastAttempt, state: 'lost' | 'given_up', error: MessageError): Promise<void> {
  await tx.db
    .updateTable('conversations.attempt')
    .set({ state, error: JSON.stringify(error) })
    .where('tenantId', '=', tx.tenantId)
    .where('id', '=', id)
    .execute()
}

const lost: MessageError = {
  code: 'taken_for_lost',
  class: 'ambiguous',
  message: 'WhatsApp did not answer, and later messages have arrived while this one has not. It is sent once more.',
}

const outcomeUnknown: MessageError = {
  code: 'outcome_unknown',
  class: 'ambiguous',
  message: 'Nobody knows whether this arrived. Send again?',
}
