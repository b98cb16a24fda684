import { z } from 'zod'
import { system } from '#lib/actor'
import type { Context } from '#lib/context'
import { done, job, type Outcome } from '#lib/jobs/job'
import type { Tx } from '#lib/tx'
import { statusAfter } from './note-send-error.ts'
import { openChannel } from './open-for-sending.ts'
import { actions } from './provider-error.ts'
import { checkNumber } from './providers/whatsapp-cloud/check-number.ts'
import type { GraphVerdict } from './providers/whatsapp-cloud/judge.ts'
import { type ChannelRow, findChannel, lockChannel } from './queries.ts'
import { setStatus } from './set-status.ts'

/** Asks the provider whether a channel works, and sets its status accordingly. Trouble that passes is tried again. */
export const checkChannel = job({
  name: 'channels.check',
  payload: z.object({ channelId: z.uuid() }),
  key: ({ channelId }) => channelId,
  run: async (context, tenantId, { channelId }): Promise<Outcome> => {
    const who = { tenantId, actor: system }
    const asked = await context.withTenant(who, (tx) => toAsk(tx, context, channelId))
    if (!asked) return done
    const verdict = await checkNumber(context, asked.opened)
    await context.withTenant(who, (tx) => record(tx, asked.channel, verdict))

    const mayChange = verdict.outcome !== 'answered' && isPassing(verdict)
    if (mayChange) throw new Error(`The channel could not be checked: ${verdict.error.message}`)
    return done
  },
})

async function toAsk(tx: Tx, context: Context, channelId: string) {
  const channel = await findChannel(tx, channelId)
  if (!channel || channel.status === 'disabled') return undefined
  return { channel, opened: openChannel(tx, context, channel) }
}

async function record(tx: Tx, asked: ChannelRow, verdict: GraphVerdict): Promise<void> {
  const channel = await lockChannel(tx, asked.id)
  // Changed while the call was under way: another check is on its way, and this answer is about what was.
  if (!channel || channel.status === 'disabled' || !isSameConnection(channel, asked)) return

  if (verdict.outcome === 'answered') return setStatus(tx, channel, 'connected', null)
  const reason = { code: verdict.error.code, message: verdict.error.message }
  if (isPassing(verdict)) return setStatus(tx, channel, channel.status, reason)
  return setStatus(tx, channel, statusAfter(verdict.error) ?? 'paused', reason)
}

function isSameConnection(one: ChannelRow, other: ChannelRow): boolean {
  const isSame = JSON.stringify(one.settings) === JSON.stringify(other.settings)
  return isSame && one.sealedCredentials.equals(other.sealedCredentials)
}

/** A question may be asked again, whatever became of the last one. */
function isPassing({ error }: Exclude<GraphVerdict, { outcome: 'answered' }>): boolean {
  return ['retry_with_backoff', 'reschedule', 'wait_for_receipt'].includes(actions[error.class])
}
