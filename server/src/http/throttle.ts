import { sql } from 'kysely'
import { Refusal } from '#lib/refusal'
import { sha256 } from '#lib/signature'
import type { App } from '../app.ts'

/**
 * Counts an attempt in every bucket, where all processes see it, and refuses with `too_many_requests` once one of them has
 * more than its share in its period.
 */
export async function throttle(
  app: App,
  buckets: readonly string[],
  { most, seconds }: { most: number; seconds: number },
): Promise<void> {
  const now = app.clock.now()
  // Hashed: what people typed as their address need not lie around in a table of attempts. Sorted: no deadlocks.
  const keys = buckets.map((bucket) => sha256(bucket).toString('base64url')).sort()
  const { rows } = await sql<{ attempts: number; openedAt: Date }>`
    insert into http.throttle as present (bucket, opened_at, attempts)
    select key, ${now}::timestamptz, 1 from unnest(${keys}::text[]) as key
    on conflict (bucket) do update set
      attempts = case when present.opened_at < ${now}::timestamptz - make_interval(secs => ${seconds}) then 1 else present.attempts + 1 end,
      opened_at = case when present.opened_at < ${now}::timestamptz - make_interval(secs => ${seconds}) then excluded.opened_at else present.opened_at end
    returning attempts, opened_at`.execute(app.database.app)

  const full = rows.find(({ attempts }) => attempts > most)
  if (!full) return
  const wait = Math.max(1, Math.ceil((full.openedAt.getTime() + seconds * 1_000 - now.getTime()) / 1_000))
  throw new Refusal('too_many_requests', 429, 'That was too often. Wait a little and try again.', { retryAfter: wait })
}
