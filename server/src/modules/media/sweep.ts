import { setTimeout as delay } from 'node:timers/promises'
import { sql } from 'kysely'
import { system } from '#lib/actor'
import type { Context } from '#lib/context'
import { enqueue } from '#lib/jobs/job'
import type { Loop } from '#lib/loop'
import { fetchJob, prepareJob, removeJob } from './job-names.ts'

const pause = 30_000
const most = 500
const day = 24 * 3_600_000

const jobs = { fetch: fetchJob, prepare: prepareJob, remove: removeJob }

/** Finds what a killed process left undone, and uploads that nobody sent. */
export const sweepingMedia: Loop = {
  name: 'media.sweep',
  async run(context, signal) {
    while (!signal.aborted) {
      await sweepMedia(context)
      await context.files.sweep(new Date(context.clock.now().getTime() - day))
      await delay(pause, undefined, { signal }).catch(() => undefined)
    }
  },
}

/** Queues what has been due for a while. Answers how much it found. */
export async function sweepMedia(context: Context): Promise<number> {
  // What became due just now is on its way by its own job.
  const dueSince = new Date(context.clock.now().getTime() - pause)
  const { rows } = await sql<{ tenantId: string; fileId: string; what: keyof typeof jobs }>`
    select tenant_id, file_id, what from media.due(${dueSince}, ${most})`.execute(context.database.app)
  for (const [tenantId, due] of Map.groupBy(rows, (row) => row.tenantId)) {
    await context.withTenant({ tenantId, actor: system }, async (tx) => {
      for (const { fileId, what } of due) await enqueue(tx, jobs[what], { fileId })
    })
  }
  return rows.length
}
