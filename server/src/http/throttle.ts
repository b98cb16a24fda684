import { sql } from 'kysely'
import { Refusal } from '#lib/refusal'
import { sha256 } from '#lib/signature'
import type { App } from '../app.ts'

/** How many attempts within how many seconds, an hour at most. */
export interface Share {
  readonly most: number
  readonly seconds: number
}

/**
 * Counts an attempt in every bucket, where all processes see it, and refuses with `too_many_requests` once one of them has
 * more than its share in its period. What turns out to be no guess is given back.
 */
export async function throttle(app: App, buckets: readonly string[], { most, seconds }: Share): Promise<void> {
  const now = app.clock.now()
  const keys = keysOf(buckets)
  const known = knownFull(app)
  for (const key of keys) if ((known.get(key) ?? 0) > now.getTime()) throw tooOften(known.get(key) ?? 0, now)

  await sweep(app, now)
  const { rows } = await sql<{ bucket: string; attempts: number; openedAt: Date }>`
    insert into http.throttle as present (bucket, opened_at, attempts)
    select key, ${now}::timestamptz, 1 from unnest(${keys}::text[]) as key
    on conflict (bucket) do update set
      attempts = case when present.opened_at < ${now}::timestamptz - make_interval(secs => ${seconds}) then 1 else present.attempts + 1 end,
      opened_at = case when present.opened_at < ${now}::timestamptz - make_interval(secs => ${seconds}) then excluded.opened_at else present.opened_at end
    returning bucket, attempts, opened_at`.execute(app.database.app)

  const used = rows.find(({ attempts }) => attempts > most)
  if (!used) return
  const until = used.openedAt.getTime() + seconds * 1_000
  if (known.size >= mostKnown) known.clear()
  known.set(used.bucket, until)
  throw tooOften(until, now)
}

function tooOften(until: number, now: Date): Refusal {
  const retryAfter = Math.max(1, Math.ceil((until - now.getTime()) / 1_000))
  return new Refusal('too_many_requests', 429, 'That was too often. Wait a little and try again.', { retryAfter })
}

// Whoever goes on guessing against a full bucket costs no query: this process remembers until when it is full.
const mostKnown = 10_000
const full = new WeakMap<App, Map<string, number>>()

function knownFull(app: App): Map<string, number> {
  const known = full.get(app) ?? new Map<string, number>()
  full.set(app, known)
  return known
}

/** Takes an attempt out of the count again: a whole office may sign in from one address. */
export async function giveBack(app: App, buckets: readonly string[]): Promise<void> {
  await sql`
    update http.throttle set attempts = attempts - 1
    where bucket in (select bucket from http.throttle where bucket = any(${keysOf(buckets)}::text[]) order by bucket for update)
      and attempts > 0`.execute(app.database.app)
}

/** Hashed: what people typed as their address need not lie around in a table of attempts. Sorted: no deadlocks. */
function keysOf(buckets: readonly string[]): string[] {
  return buckets.map((bucket) => sha256(bucket).toString('base64url')).sort()
}

const longestPeriod = 3_600_000
const sweepEvery = 60_000
const swept = new WeakMap<App, number>()

/** Guesses over many addresses leave a row each; those whose period is over mean nothing any more. */
async function sweep(app: App, now: Date): Promise<void> {
  if (now.getTime() - (swept.get(app) ?? 0) < sweepEvery) return
  swept.set(app, now.getTime())
  await app.database.app
    .deleteFrom('http.throttle')
    .where('openedAt', '<', new Date(now.getTime() - longestPeriod))
    .execute()
}
