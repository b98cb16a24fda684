import { setTimeout as delay } from 'node:timers/promises'
import { sql } from 'kysely'
import { system } from '#lib/actor'
import type { Context } from '#lib/context'
import { enqueue } from '#lib/jobs/job'
import type { Loop } from '#lib/loop'
import type { Tx } from '#lib/tx'
import { removeFile } from './file.ts'
import { holdImport, moveImport } from './hold-import.ts'
import { importContacts } from './run.ts'

const most = 100
const everyMilliseconds = 10_000
const stillFor = 30_000
const givenUpAfter = 3_600_000

export const sweepingImports: Loop = {
  name: 'contacts.sweep-imports',
  async run(context, signal) {
    while (!signal.aborted) {
      await sweepImports(context)
      await delay(everyMilliseconds, undefined, { signal }).catch(() => undefined)
    }
  },
}

interface Due {
  tenantId: string
  importId: string
  what: 'resume' | 'remove'
}

/** Goes on with imports that a killed process left behind, and removes files whose time is over. */
export async function sweepImports(context: Context): Promise<void> {
  const now = context.clock.now()
  const stillSince = new Date(now.getTime() - stillFor)
  const { rows } = await sql<Due>`
    select tenant_id, import_id, what from contacts.imports_due(${now}, ${stillSince}, ${most})`.execute(
    context.database.app,
  )
  for (const { tenantId, importId, what } of rows)
    await context.withTenant({ tenantId, actor: system }, (tx) =>
      what === 'resume' ? resume(tx, importId) : removeFile(tx, importId),
    )
}

async function resume(tx: Tx, importId: string): Promise<void> {
  const held = await holdImport(tx, importId)
  if (held.state !== 'checking' && held.state !== 'importing') return
  const isHopeless = tx.now.getTime() - held.movedAt.getTime() > givenUpAfter
  if (!isHopeless) return enqueue(tx, importContacts, { importId })
  const failure = `Something went wrong after ${held.position} lines. Check the file and start again; who was imported is not imported twice.`
  await moveImport(tx, held, { state: 'failed', failure })
}
