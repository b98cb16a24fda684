import { sql } from 'kysely'
import { announce } from '#lib/facts/announce'
import type { Tx } from '#lib/tx'
import type { ChannelRow } from '../queries.ts'
import { causes } from './causes.ts'
import { type KeptFinding, worstOf } from './finding.ts'
import type { Judged } from './judged.ts'
import { loadFindings } from './queries.ts'

/**
 * Keeps what was found about a channel that the caller holds locked, each with since when it has been so, and announces
 * what became of it. Sides that were not looked at stay as they are.
 */
export async function keepFindings(tx: Tx, channel: ChannelRow, judged: readonly Judged[]): Promise<void> {
  const before = new Map((await loadFindings(tx, channel.id)).map((finding) => [finding.about, finding]))
  const found = judged.map((one) => toFinding(one, before, tx.now))
  await write(tx, channel.id, found)

  const after = [...new Map([...before, ...found.map((finding) => [finding.about, finding] as const)]).values()]
  const health = worstOf(after)
  if (health !== channel.health) {
    await tx.db
      .updateTable('channels.channel')
      .set({ health })
      .where('tenantId', '=', tx.tenantId)
      .where('id', '=', channel.id)
      .execute()
  }
  const changes = found.flatMap((finding) => changeOf(before.get(finding.about), finding) ?? [])
  if (health === channel.health && changes.length === 0) return
  const details = { from: channel.health, to: health, changes }
  await announce(tx, 'channels.health_changed', { subjectId: channel.id, details })
}

/** A judgement as it is kept: its state follows from the cause, and it has been so since it was first found. */
export function toFinding(
  { code, details = {} }: Judged,
  before: ReadonlyMap<string, KeptFinding>,
  now: Date,
): KeptFinding {
  const { about, state } = causes[code]
  const last = before.get(about)
  return { about, state, code, details, since: last?.code === code ? last.since : now, checkedAt: now }
}

/** What comes and goes without meaning anything for the channel: no news by itself. */
const neverNews: readonly string[] = ['events', 'clock']

function changeOf(last: KeptFinding | undefined, { about, code, details }: KeptFinding) {
  const isSame = !last || (last.code === code && last.details.limit === details.limit)
  if (isSame || neverNews.includes(about)) return undefined
  return { check: about, from: last.code, to: code }
}

async function write(tx: Tx, channelId: string, found: readonly KeptFinding[]): Promise<void> {
  if (found.length === 0) return
  await sql`
    insert into channels.finding (tenant_id, channel_id, about, state, code, details, since, checked_at)
    select ${tx.tenantId}, ${channelId}, found.*, ${tx.now}
    from unnest(
      ${found.map(({ about }) => about)}::text[],
      ${found.map(({ state }) => state)}::text[],
      ${found.map(({ code }) => code)}::text[],
      ${found.map(({ details }) => JSON.stringify(details))}::jsonb[],
      ${found.map(({ since }) => since)}::timestamptz[]
    ) as found (about, state, code, details, since)
    on conflict (tenant_id, channel_id, about) do update
    set state = excluded.state, code = excluded.code, details = excluded.details, since = excluded.since,
      checked_at = excluded.checked_at`.execute(tx.db)
}
