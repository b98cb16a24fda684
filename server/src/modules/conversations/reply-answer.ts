import type { Context } from '#lib/context'
import type { Tx } from '#lib/tx'
import { NotOneContent } from './refusals.ts'
import { type Reply, reply } from './reply.ts'
import { type ReactionWish, reactTo } from './reply-reaction.ts'

export interface Answer extends Reply {
  readonly reaction?: Omit<ReactionWish, 'conversationId'> | undefined
}

/** Does what one request may hold: a reply, or a reaction, which says nothing else and quotes nothing. */
export function answer(tx: Tx, context: Context, { reaction, ...wish }: Answer): Promise<string> {
  if (!reaction) return reply(tx, context, wish)
  const { conversationId, channelId: _ownNumber, ...others } = wish
  const besides = Object.values(others).filter((one) => one !== undefined).length
  if (besides > 0) throw new NotOneContent(besides + 1)
  return reactTo(tx, context, { ...reaction, conversationId })
}
