import { z } from 'zod'
import { system } from '#lib/actor'
import type { Context } from '#lib/context'
import { done, job, type Outcome } from '#lib/jobs/job'
import type { Tx } from '#lib/tx'
import { judgeArrivals } from './health/judge-local.ts'
import { keepFindings } from './health/keep-findings.ts'
import { findRefused } from './health/queries.ts'
import { statusAfter } from './note-send-error.ts'
import { opened } from './open-for-sending.ts'
import type { ChannelKind, Examined, OpenedChannel, Verdict } from './port.ts'
import { portOf } from './ports.ts'
import { actions } from './provider-error.ts'
import { type ChannelRow, findChannel, lockChannel } from './queries.ts'
import { forgetExpired } from './replace-credentials.ts'
import { setStatus } from './set-status.ts'

/**
 * Examines a channel from every side, keeps what was found and sets its status by whether the provider knows the number.
 * Trouble that passes is tried again.
 */
export const checkChannel = job({
  name: 'channels.check',
  payload: z.object({ channelId: z.uuid() }),
  key: ({ channelId }) => channelId,
  run: async (context, tenantId, { channelId }): Promise<Outcome> => {
    const who = { tenantId, actor: system }
    const asked = await context.withTenant(who, (tx) => toAsk(tx, context, channelId))
    if (!asked) return done
    const examined = await portOf(asked.channel).examine(context, asked.opened)
    await context.withTenant(who, (tx) => record(tx, context, asked.channel, examined))
    const { verdict } = examined

    const mayChange = verdict.outcome !== 'answered' && isPassing(verdict)
    if (mayChange) throw new Error(`The channel could not be checked: ${verdict.error.message}`)
    return done
  },
})

interface Asked {
  readonly channel: ChannelRow
  readonly opened: OpenedChannel<ChannelKind>
}

async function toAsk(tx: Tx, context: Context, channelId: string): Promise<Asked | undefined> {
  const channel = await findChannel(tx, channelId)
  if (!channel || channel.status === 'disabled') return undefined
  return { channel, opened: opened(tx, context, channel) }
}

async function record(tx: Tx, context: Context, asked: ChannelRow, { verdict, judged }: Examined): Promise<void> {
  const channel = await lockChannel(tx, asked.id)
  // Changed while the call was under way: another check is on its way, and this answer is about what was.
  if (!channel || channel.status === 'disabled' || !isSameConnection(channel, asked)) return

  const wasAskedFor = channel.examinationAskedAt !== null
  await tx.db
    .updateTable('channels.channel')
    .set({
      examinedAt: tx.now,
      examinationAskedAt: null,
      ...(verdict.outcome === 'answered' ? { numberProvenAt: channel.numberProvenAt ?? tx.now } : {}),
    })
    .where('tenantId', '=', tx.tenantId)
    .where('id', '=', channel.id)
    .execute()
  await forgetExpired(tx, context, channel)
  const refused = await findRefused(tx, channel.id)
  await keepFindings(tx, channel, [...judged, ...judgeArrivals(channel, refused, tx.now)])

  // What the provider stopped stays stopped until a person looks: a number that is found may still not send.
  if (channel.status === 'paused' && !wasAskedFor) return
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
function isPassing({ error }: Exclude<Verdict, { outcome: 'answered' }>): boolean {
  return ['retry_with_backoff', 'reschedule', 'wait_for_receipt'].includes(actions[error.class])
}
