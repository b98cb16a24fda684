import type { ProviderError, SendResult } from '#channels'
import type { Pace } from '#lib/context'
import type { Tx } from '#lib/tx'
import { permit } from '#tenancy'
import { heedRefusal } from '../heed-consent.ts'
import { lockConversation } from '../lock-conversation.ts'
import type { MessageError } from '../message.ts'
import { proveTaken } from '../receipts/prove-taken.ts'
import { settle } from '../receipts/settle.ts'
import { fail } from './fail.ts'
import { followUp, type SoFar } from './follow-up.ts'
import { giveAnew } from './give-anew.ts'
import { after, holdFor, letWait } from './outbox.ts'

export interface Call {
  readonly attemptId: string
  readonly messageId: string
  readonly conversationId: string
  readonly channelId: string
}

/**
 * The third beat: what the call came to. When a receipt, or whoever took the call for lost, was faster, only what the
 * attempt itself came to is noted.
 */
export async function recordOutcome(tx: Tx, pace: Pace, call: Call, result: SendResult): Promise<void> {
  permit(tx, 'conversations.deliver')

  await lockConversation(tx, { id: call.conversationId })
  switch (result.outcome) {
    case 'accepted':
      await proveTaken(tx, {
        id: call.attemptId,
        channelId: call.channelId,
        providerMessageId: result.providerMessageId,
      })
      await settle(tx, call.messageId)
      return
    case 'refused':
      return recordRefused(tx, pace, call, result.error)
    case 'unknown':
      return recordUnknown(tx, pace, call, result.error)
    default: {
      const never: never = result
      return never
    }
  }
}

async function recordRefused(tx: Tx, pace: Pace, call: Call, error: ProviderError): Promise<void> {
  await endAttempt(tx, call, 'refused', error)
  if (error.class === 'consent') await heedRefusal(tx, call, error)
  const soFar = await stillUnderWay(tx, call)
  if (!soFar) return void (await settle(tx, call.messageId))

  if (error.class === 'media' && (await giveAnew(tx, call))) {
    await letWait(tx, call.messageId, { state: 'waiting', dueAt: tx.now, reason: error, counts: 'tries' })
    return void (await settle(tx, call.messageId))
  }
  const next = followUp(error, soFar, pace.retryBase)
  switch (next.kind) {
    case 'again': {
      const { afterMs, counts } = next
      await letWait(tx, call.messageId, { state: 'waiting', dueAt: after(tx, afterMs), reason: error, counts })
      return void (await settle(tx, call.messageId))
    }
    case 'hold':
      await letWait(tx, call.messageId, { state: 'held', dueAt: after(tx, holdFor), reason: error })
      return void (await settle(tx, call.messageId))
    case 'fail':
      return fail(tx, call.messageId)
    default: {
      const never: never = next
      return never
    }
  }
}

async function recordUnknown(tx: Tx, pace: Pace, call: Call, error: ProviderError): Promise<void> {
  await endAttempt(tx, call, 'unknown', error)
  const isOurs = await stillUnderWay(tx, call)
  if (isOurs) await letWait(tx, call.messageId, { state: 'unknown', dueAt: after(tx, pace.unknownFor), reason: null })
  await settle(tx, call.messageId)
}

/** Evidence that the provider took the attempt outweighs what came back from the call. */
async function endAttempt(tx: Tx, call: Call, state: 'refused' | 'unknown', error: MessageError): Promise<void> {
  await tx.db
    .updateTable('conversations.attempt')
    .set({ state, error: JSON.stringify(error), endedAt: tx.now })
    .where('tenantId', '=', tx.tenantId)
    .where('id', '=', call.attemptId)
    .where('state', 'in', state === 'unknown' ? ['calling'] : ['calling', 'unknown', 'lost', 'given_up'])
    .execute()
}

/** The outbox row, when it still waits for this very call: not resolved by a receipt, not sent anew. */
function stillUnderWay(tx: Tx, { messageId, attemptId }: Call): Promise<SoFar | undefined> {
  return tx.db
    .selectFrom('conversations.outbox as outbox')
    .innerJoin('conversations.attempt as attempt', (join) =>
      join.onRef('attempt.tenantId', '=', 'outbox.tenantId').onRef('attempt.messageId', '=', 'outbox.messageId'),
    )
    .select(['outbox.tries', 'outbox.throttles'])
    .where('outbox.tenantId', '=', tx.tenantId)
    .where('outbox.messageId', '=', messageId)
    .where('outbox.state', 'in', ['sending', 'unknown'])
    .where('attempt.id', '=', attemptId)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('conversations.attempt as newer')
            .select('newer.id')
            .whereRef('newer.tenantId', '=', 'attempt.tenantId')
            .whereRef('newer.messageId', '=', 'attempt.messageId')
            .whereRef('newer.number', '>', 'attempt.number'),
        ),
      ),
    )
    .executeTakeFirst()
}
