import { fetchFile, noteSendError } from '#channels'
import { system } from '#lib/actor'
import type { Context } from '#lib/context'
import type { Staged } from '#lib/files/stage'
import { done, job, type Outcome, snooze } from '#lib/jobs/job'
import { type ClaimedFetch, claimFetch } from './claim-fetch.ts'
import { examine } from './examine.ts'
import { mostBytesIn } from './file.ts'
import { fetchJob, OneFile } from './job-names.ts'
import { keepFile } from './keep.ts'
import { type Fetched, recordFetch } from './record-fetch.ts'

/**
 * Fetches a customer's file: claim (committed), call and keep (no transaction), record. Killed at any point it begins anew:
 * fetching twice is harmless, and what was kept is put under the same key.
 */
export const fetchMedia = job({ ...fetchJob, payload: OneFile, run: fetchOnce })

async function fetchOnce(context: Context, tenantId: string, { fileId }: OneFile): Promise<Outcome> {
  const who = { tenantId, actor: system }
  const claim = await context.withTenant(who, (tx) => claimFetch(tx, context, fileId))
  if (claim.kind === 'nothing') return done
  if (claim.kind === 'waits') return snooze(claim.until, 'the file is not due')

  const fetched = await bring(context, claim)
  const until = await context.withTenant(who, (tx) => recordFetch(tx, context, claim.file, fetched))
  if (fetched.kind === 'failed')
    await context.withTenant(who, (tx) => noteSendError(tx, claim.channel.id, fetched.error))
  return until ? snooze(until, 'the file did not come') : done
}

async function bring(context: Context, { file, channel }: Extract<ClaimedFetch, { kind: 'fetch' }>): Promise<Fetched> {
  const staged: Staged[] = []
  try {
    const wish = { id: file.providerId, most: mostBytesIn }
    const said = await fetchFile(context, channel, wish, async (pieces) => {
      staged.unshift(await context.files.stage(pieces, mostBytesIn))
    })
    if (said.outcome === 'failed') return { kind: 'failed', error: said.error }
    const [arrived] = staged
    if (said.outcome === 'gone' || !arrived) return { kind: 'gone' }

    const examined = await examine(file, arrived, [file.expectedSha256, said.sha256])
    if (examined.kind === 'sound') await keepFile(context.files, file, examined)
    return examined
  } finally {
    for (const one of staged) await one.drop()
  }
}
