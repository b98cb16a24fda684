import { type JobHelpers, Logger as QueueLogger, type Runner, run, type TaskList } from 'graphile-worker'
import { z } from 'zod'
import type { Context } from '#lib/context'
import type { AnyJob } from './job.ts'
import { waitBeforeRetry } from './retry.ts'

const Envelope = z.object({ tenantId: z.uuid(), payload: z.unknown(), failures: z.int().default(0) })
type Envelope = z.infer<typeof Envelope>

const patience = 10

/** Runs the jobs that wait, a few at a time, until stopped. Handlers use the runtime role; only the queue itself is the owner's. */
export async function work(context: Context, jobs: readonly AnyJob[]): Promise<Runner> {
  const taskList: TaskList = Object.fromEntries(
    jobs.map((job) => [
      job.name,
      (raw: unknown, helpers: JobHelpers) => runOne(context, job, Envelope.parse(raw), helpers),
    ]),
  )
  return run({
    pgPool: context.database.ownerPool,
    taskList,
    concurrency: 8,
    pollInterval: 1_000,
    noHandleSignals: true,
    logger: quietLogger(context),
  })
}

async function runOne(context: Context, job: AnyJob, envelope: Envelope, helpers: JobHelpers): Promise<void> {
  const log = context.log.child({ job: job.name, tenantId: envelope.tenantId })
  try {
    const outcome = await job.run(context, envelope.tenantId, job.payload.parse(envelope.payload))
    if (outcome.kind === 'snooze') await again(job, { ...envelope, failures: 0 }, outcome.until, helpers)
    if (outcome.kind === 'giveUp') log.warn({ why: outcome.why }, 'job given up')
  } catch (error) {
    if (envelope.failures + 1 >= patience) {
      log.error({ err: error }, 'job failed for good')
      return
    }
    const failures = envelope.failures + 1
    log.warn({ err: error, failures }, 'job failed; it will try again')
    await again(
      job,
      { ...envelope, failures },
      new Date(context.clock.now().getTime() + waitBeforeRetry(failures)),
      helpers,
    )
  }
}

/** The running job keeps its row until it ends, so a key that was enqueued anew meanwhile wins and this one adds nothing. */
async function again(job: AnyJob, envelope: Envelope, runAt: Date, helpers: JobHelpers): Promise<void> {
  const key = `${envelope.tenantId}:${job.name}:${job.key(envelope.payload)}`
  await helpers.addJob(job.name, envelope, { runAt, jobKey: key, jobKeyMode: 'preserve_run_at' })
}

function quietLogger(context: Context): QueueLogger {
  return new QueueLogger(() => (level, message, meta) => {
    if (level === 'error') context.log.error(meta ?? {}, message)
    else if (level === 'warning') context.log.warn(meta ?? {}, message)
  })
}
