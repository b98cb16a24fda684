import type { Context } from '#lib/context'
import { NotFound } from '#lib/refusal'
import type { Tx } from '#lib/tx'
import { permit } from '#tenancy'
import { lockConversation } from '../lock-conversation.ts'
import { type Reply, say } from '../reply.ts'
import type { AutomaticSender } from './automation.ts'

export interface AutomaticReply extends Reply {
  readonly by: AutomaticSender
  /** The conversation's epoch at the moment automation looked at it and made up its mind. */
  readonly epoch: number
}

/**
 * Queues what automation says by itself and answers the message's id. Refuses with `person_stepped_in` when a person has done
 * anything since that epoch, or automation is paused; should one step in before it has left, it is cancelled.
 */
export async function replyAutomatically(
  tx: Tx,
  context: Context,
  { by, epoch, ...wish }: AutomaticReply,
): Promise<string> {
  permit(tx, 'conversations.reply-automatically')

  const conversation = await lockConversation(tx, { id: wish.conversationId })
  if (!conversation) throw new NotFound('conversation')
  return say(tx, context, { conversation, wish, automatic: { by, epoch } })
}
