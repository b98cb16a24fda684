import { type GiveResult, noteSendError, type ProviderError, type SendingChannel } from '#channels'
import type { Context, Pace } from '#lib/context'
import type { Principal, Tx } from '#lib/tx'
import { give } from '#media'
import { permit } from '#tenancy'
import { lockConversation } from '../lock-conversation.ts'
import { settle } from '../receipts/settle.ts'
import { failWithoutCall } from './fail.ts'
import { type FollowUp, followUp, type SoFar } from './follow-up.ts'
import { after, type Head, headOfOutbox, holdFor, letWait } from './outbox.ts'

/** A message whose file has to be given to the provider before it can leave. */
export interface ToGive {
  readonly channel: SendingChannel
  readonly mediaId: string
  readonly messageId: string
  readonly conversationId: string
}

/** Uploads the file of the message that leaves next, in a call of its own: nobody has seen anything of it yet, so it may be repeated. */
export async function giveFile(context: Context, who: Principal, toGive: ToGive): Promise<void> {
  const result = await give(context, who, toGive.channel, toGive.mediaId)
  await context.withTenant(who, (tx) => recordGiven(tx, context.pace, toGive, result))
  if (result.outcome === 'failed')
    await context.withTenant(who, (tx) => noteSendError(tx, toGive.channel.id, result.error))
}

async function recordGiven(tx: Tx, pace: Pace, { messageId, conversationId }: ToGive, result: GiveResult) {
  permit(tx, 'conversations.deliver')

  await lockConversation(tx, { id: conversationId })
  const head = await headOfOutbox(tx, conversationId)
  // Cancelled or taken over meanwhile: the upload stays good for whoever sends it.
  if (head?.messageId !== messageId || head.state !== 'waiting') return
  if (result.outcome === 'given') return letWait(tx, messageId, { state: 'waiting', dueAt: tx.now, reason: null })
  await recordFailed(tx, pace, head, result.error)
}

async function recordFailed(tx: Tx, pace: Pace, head: Head, error: ProviderError): Promise<void> {
  const next = afterUpload(error, head, pace)
  switch (next.kind) {
    case 'again': {
      const { afterMs, counts } = next
      await letWait(tx, head.messageId, { state: 'waiting', dueAt: after(tx, afterMs), reason: error, counts })
      return void (await settle(tx, head.messageId))
    }
    case 'hold':
      await letWait(tx, head.messageId, { state: 'held', dueAt: after(tx, holdFor), reason: error })
      return void (await settle(tx, head.messageId))
    case 'fail':
      return failWithoutCall(tx, head, error)
    default: {
      const never: never = next
      return never
    }
  }
}

/** As after a send; a file that was refused as such is tried once more. */
function afterUpload(error: ProviderError, soFar: SoFar, { retryBase }: Pace): FollowUp {
  if (error.class === 'media' && soFar.tries === 0) return { kind: 'again', afterMs: retryBase, counts: 'tries' }
  return followUp(error, soFar, retryBase)
}
