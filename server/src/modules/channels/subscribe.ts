import { z } from 'zod'
import { system } from '#lib/actor'
import type { Context } from '#lib/context'
import { done, enqueue, giveUp, job } from '#lib/jobs/job'
import { NotFound } from '#lib/refusal'
import type { Tx } from '#lib/tx'
import { permit } from '#tenancy'
import { askForExamination } from './ask-for-examination.ts'
import { opened } from './open-for-sending.ts'
import { portOf } from './ports.ts'
import { findChannel, lockChannel } from './queries.ts'

/** Has the provider pass on what customers write, in the background; an examination follows and shows what came of it. */
export async function subscribe(tx: Tx, id: string): Promise<void> {
  permit(tx, 'channels.change')
  const channel = await lockChannel(tx, id)
  if (!channel) throw new NotFound('channel')
  await tx.db
    .updateTable('channels.channel')
    .set({ examinationAskedAt: tx.now })
    .where('tenantId', '=', tx.tenantId)
    .where('id', '=', id)
    .execute()
  await enqueue(tx, subscribeChannel, { channelId: id })
}

export const subscribeChannel = job({
  name: 'channels.subscribe',
  payload: z.object({ channelId: z.uuid() }),
  key: ({ channelId }) => channelId,
  run: async (context, tenantId, { channelId }) => {
    const who = { tenantId, actor: system }
    const channel = await context.withTenant(who, (tx) => open(tx, context, channelId))
    if (!channel) return done
    const verdict = await portOf(channel).subscribe(context, channel.opened)
    await context.withTenant(who, (tx) => askForExamination(tx, channelId))
    return verdict.outcome === 'answered' ? done : giveUp(verdict.error.message)
  },
})

async function open(tx: Tx, context: Context, channelId: string) {
  const channel = await findChannel(tx, channelId)
  return channel && { kind: channel.kind, opened: opened(tx, context, channel) }
}
