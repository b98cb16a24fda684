import { time } from '#lib/json'
import { NotFound } from '#lib/refusal'
import type { Tx } from '#lib/tx'
import { permit } from '#tenancy'
import { askForExamination } from '../ask-for-examination.ts'
import { type ChannelRow, findChannel, lockChannel } from '../queries.ts'
import { type Health, type KeptFinding, worstOf } from './finding.ts'
import { judgeArrivals, judgeQueue, type Waiting } from './judge-local.ts'
import { toFinding } from './keep-findings.ts'
import { findRefused, loadFindings } from './queries.ts'
import { renderFindings } from './render.ts'

/** Tells how many messages wait to leave by a channel: the queue belongs to those downstream. */
export type CountWaiting = (tx: Tx, channelId: string) => Promise<Waiting>

// A job that was lost does not keep anybody waiting for ever.
const longest = 120_000

/** How a channel is doing: what the last examination found, and what is known at this moment. */
export async function getHealth(tx: Tx, countWaiting: CountWaiting, id: string): Promise<Health> {
  permit(tx, 'channels.read')
  const channel = await findChannel(tx, id)
  if (!channel) throw new NotFound('channel')
  return render(tx, countWaiting, channel)
}

/** Asks for an examination, which follows at once in the background. */
export async function examineNow(tx: Tx, countWaiting: CountWaiting, id: string): Promise<Health> {
  permit(tx, 'channels.examine')
  const channel = await lockChannel(tx, id)
  if (!channel) throw new NotFound('channel')
  await askForExamination(tx, id)
  return render(tx, countWaiting, { ...channel, examinationAskedAt: tx.now })
}

async function render(tx: Tx, countWaiting: CountWaiting, channel: ChannelRow): Promise<Health> {
  const kept = new Map<string, KeptFinding>((await loadFindings(tx, channel.id)).map((one) => [one.about, one]))
  const refused = await findRefused(tx, channel.id)
  const waiting = await countWaiting(tx, channel.id)
  const now = [...judgeArrivals(channel, refused, tx.now), judgeQueue(waiting, tx.now)]
  for (const judged of now) {
    const finding = toFinding(judged, kept, tx.now)
    kept.set(finding.about, finding)
  }
  const findings = [...kept.values()]
  const asked = channel.examinationAskedAt?.getTime()
  return {
    state: channel.examinedAt ? worstOf(findings) : 'unknown',
    examinedAt: time(channel.examinedAt),
    examining: asked !== undefined && tx.now.getTime() - asked < longest,
    findings: renderFindings(findings),
  }
}
