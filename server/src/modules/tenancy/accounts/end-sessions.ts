import type { Tx } from '#lib/tx'
import { announceAccount } from './announce.ts'

/** Ends one session of a person, all, or all but one, and their live streams with them. Answers how many there were. */
export async function endSessionsOf(
  tx: Tx,
  personId: string,
  { only, except }: { readonly only?: string; readonly except?: string | undefined },
): Promise<number> {
  const ended = await tx.db
    .deleteFrom('auth.session')
    .where('userId', '=', personId)
    .$if(only !== undefined, (query) => query.where('id', '=', only ?? ''))
    .$if(except !== undefined, (query) => query.where('id', '!=', except ?? ''))
    .returning('id')
    .execute()
  if (ended.length === 0) return 0
  await announceAccount(tx, personId, 'tenancy.account_sessions_revoked', { sessions: ended.length })
  return ended.length
}
