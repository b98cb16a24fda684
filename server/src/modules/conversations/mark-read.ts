import { z } from 'zod'
import { markRead as markReadAtProvider, openForSending } from '#channels'
import { system } from '#lib/actor'
import type { Context } from '#lib/context'
import { announce } from '#lib/facts/announce'
import { done, enqueue, giveUp, job, type Outcome } from '#lib/jobs/job'
import { Id } from '#lib/json'
import { NotFound } from '#lib/refusal'
import type { Tx } from '#lib/tx'
import { permit } from '#tenancy'
import { lastHeard } from './last-heard.ts'
import { lockConversation } from './lock-conversation.ts'

const ShowRead = z.object({ conversationId: Id })

/** Turns the ticks on the customer's phone blue, in the background. */
export const showRead = job({
  name: 'conversations.show-read',
  payload: ShowRead,
  key: ({ conversationId }) => conversationId,
  run: sendReadMark,
})

/** Clears the unread count and lets the customer see that their messages were read. Nothing happens when none is unread. */
export async function markRead(tx: Tx, id: string): Promise<void> {
  permit(tx, 'conversations.change')

  const conversation = await lockConversation(tx, { id })
  if (!conversation) throw new NotFound('conversation')
  const { unreadCount, contactId } = conversation
  if (unreadCount === 0) return

  await tx.db
    .updateTable('conversations.conversation')
    .set({ unreadCount: 0 })
    .where('tenantId', '=', tx.tenantId)
    .where('id', '=', id)
    .execute()
  await enqueue(tx, showRead, { conversationId: id })
  await announce(tx, 'conversations.read', { subjectId: id, contactId, conversationId: id, details: { unreadCount } })
}

async function sendReadMark(
  context: Context,
  tenantId: string,
  { conversationId }: z.infer<typeof ShowRead>,
): Promise<Outcome> {
  const mark = await context.withTenant({ tenantId, actor: system }, async (tx) => {
    const heard = await lastHeard(tx, conversationId)
    return heard && { ...heard, opened: await openForSending(tx, context, heard.channelId) }
  })
  if (!mark) return done
  if (!mark.opened.ready) return giveUp(mark.opened.why.message)
  await markReadAtProvider(context, mark.opened.channel, mark.providerMessageId)
  return done
}
