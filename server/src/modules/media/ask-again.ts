import { announce } from '#lib/facts/announce'
import { enqueue } from '#lib/jobs/job'
import { NotFound } from '#lib/refusal'
import type { Tx } from '#lib/tx'
import { permit } from '#tenancy'
import { fetchJob } from './job-names.ts'
import { canFetchAgain, lockRow } from './queries.ts'
import { NothingToFetch } from './refusals.ts'

const day = 24 * 3_600_000

/** Fetches a customer's file that did not come once more. Refuses when it is here, on its way, or nowhere to be had. */
export async function askAgain(tx: Tx, fileId: string): Promise<void> {
  permit(tx, 'media.fetch')

  const file = await lockRow(tx, fileId)
  if (!file) throw new NotFound('file')
  if (!canFetchAgain(file)) throw new NothingToFetch()
  await tx.db
    .updateTable('media.file')
    .set({ state: 'pending', reason: null, tries: 0, dueAt: tx.now, settledAt: null })
    // The provider is asked in any case: it alone knows whether it still has it.
    .set({ fetchUntil: new Date(Math.max(file.fetchUntil?.getTime() ?? 0, tx.now.getTime() + day)) })
    .where('tenantId', '=', tx.tenantId)
    .where('id', '=', fileId)
    .execute()
  await enqueue(tx, fetchJob, { fileId })
  await announce(tx, 'media.asked_again', { subjectId: fileId, details: { kind: file.kind } })
}
