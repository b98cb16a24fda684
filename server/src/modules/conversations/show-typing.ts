import { z } from 'zod'
import { markRead, openForSending } from '#channels'
import { system } from '#lib/actor'
import type { Context } from '#lib/context'
import { done, enqueue, giveUp, job, type Outcome } from '#lib/jobs/job'
import { Id } from '#lib/json'
import { NotFound } from '#lib/refusal'
import type { Tx } from '#lib/tx'
import { permit } from '#tenancy'
import { lastHeard } from './last-heard.ts'

const SignTyping = z.object({ conversationId: Id, at: z.iso.datetime() })

/** Shows the customer that somebody is typing. Late it would be a lie, so it is tried once and at once or not at all. */
export const signTyping = job({
  name: 'conversations.sign-typing',
  payload: SignTyping,
  key: ({ conversationId }) => conversationId,
  run: sendTypingSign,
})

const shownFor = 25_000

/** Lets the customer see that an answer is being written; marks what they wrote as read, as WhatsApp has it. */
export async function showTyping(tx: Tx, conversationId: string): Promise<void> {
  permit(tx, 'conversations.reply')

  const conversation = await tx.db
    .selectFrom('conversations.conversation')
    .select('id')
    .where('tenantId', '=', tx.tenantId)
    .where('id', '=', conversationId)
    .executeTakeFirst()
  if (!conversation) throw new NotFound('conversation')
  await enqueue(tx, signTyping, { conversationId, at: tx.now.toISOString() })
}

async function sendTypingSign(
  context: Context,
  tenantId: string,
  { conversationId, at }: z.infer<typeof SignTyping>,
): Promise<Outcome> {
  if (context.clock.now().getTime() - Date.parse(at) > shownFor) return giveUp('whoever typed has stopped by now')
  const sign = await context.withTenant({ tenantId, actor: system }, async (tx) => {
    const heard = await lastHeard(tx, conversationId)
    return heard && { ...heard, opened: await openForSending(tx, context, heard.channelId) }
  })
  if (!sign?.opened.ready) return done
  try {
    await markRead(context, sign.opened.channel, sign.providerMessageId, { typing: true })
    return done
  } catch (error) {
    return giveUp((error as Error).message)
  }
}
