import type { Context } from '#lib/context'
import type { Tx } from '#lib/tx'
import { NotOneContent } from './refusals.ts'
import { type Reply, reply } from './reply.ts'
import { type ReactionWish, reactTo } from './reply-reaction.ts'
import { replyWithTemplate, type TemplateReply } from './reply-template.ts'

export interface Answer extends Reply, Omit<TemplateReply, 'templateId'> {
  readonly templateId?: string | undefined
  readonly reaction?: Omit<ReactionWish, 'conversationId'> | undefined
}

/** Does what one request may hold: a reply, a template, or a reaction; the latter two say nothing else and quote nothing. */
export function answer(
  tx: Tx,
  context: Context,
  { reaction, templateId, language, variables, ...wish }: Answer,
): Promise<string> {
  if (templateId !== undefined) {
    const { conversationId, channelId, ...others } = wish
    refuseMore({ ...others, reaction })
    return replyWithTemplate(tx, context, { conversationId, channelId, templateId, language, variables })
  }
  if (!reaction) return reply(tx, context, wish)
  const { conversationId, channelId: _ownNumber, ...others } = wish
  refuseMore(others)
  return reactTo(tx, context, { ...reaction, conversationId })
}

function refuseMore(others: object): void {
  const besides = Object.values(others).filter((one) => one !== undefined).length
  if (besides > 0) throw new NotOneContent(besides + 1)
}
