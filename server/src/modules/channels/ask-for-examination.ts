import { enqueue } from '#lib/jobs/job'
import type { Tx } from '#lib/tx'
import { checkChannel } from './check.ts'

/** Has a channel examined at once, and remembers that somebody waits for it. */
export async function askForExamination(tx: Tx, channelId: string): Promise<void> {
  await tx.db
    .updateTable('channels.channel')
    .set({ examinationAskedAt: tx.now })
    .where('tenantId', '=', tx.tenantId)
    .where('id', '=', channelId)
    .execute()
  await enqueue(tx, checkChannel, { channelId })
}
