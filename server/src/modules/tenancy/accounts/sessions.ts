import { sql } from 'kysely'
import { z } from 'zod'
import { Id, Time, time } from '#lib/json'
import { NotFound } from '#lib/refusal'
import { deviceWords } from './device.ts'
import { endSessionsOf } from './end-sessions.ts'
import { type AccountContext, asThemselves, type Visitor } from './person.ts'

export const Session = z.object({
  id: Id,
  device: z.string().describe('Such as “Chrome on Windows”.'),
  address: z.string().nullable(),
  createdAt: Time,
  lastSeenAt: Time.describe('To the minute.'),
  current: z.boolean().describe('Whether this very request came in it.'),
})

// Somebody with more sessions than this sees the latest, and can end them all.
const mostShown = 100

/** Where a person is signed in: this session first, then by when they were last used. */
export async function listSessions(
  { database }: Pick<AccountContext, 'database'>,
  { id, sessionId }: Visitor,
): Promise<z.input<typeof Session>[]> {
  const rows = await database.app
    .selectFrom('auth.session')
    .select(['id', 'ipAddress', 'userAgent', 'createdAt', 'updatedAt'])
    .where('userId', '=', id)
    .where('expiresAt', '>', sql<Date>`now()`)
    .orderBy(sql`id = ${sessionId}`, 'desc')
    .orderBy('updatedAt', 'desc')
    .limit(mostShown)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    device: deviceWords(row.userAgent),
    address: row.ipAddress || null,
    createdAt: time(row.createdAt),
    lastSeenAt: time(row.updatedAt),
    current: row.id === sessionId,
  }))
}

/** Ends one session of a person at once, or refuses with `not_found`. */
export async function endSession(context: AccountContext, personId: string, sessionId: string): Promise<void> {
  const ended = await context.withTenant(asThemselves(context, personId), (tx) =>
    endSessionsOf(tx, personId, { only: sessionId }),
  )
  if (ended === 0) throw new NotFound('session')
}

/** Ends every session of a person but the one they ask in. */
export async function endOtherSessions(context: AccountContext, { id, sessionId }: Visitor): Promise<void> {
  await context.withTenant(asThemselves(context, id), (tx) => endSessionsOf(tx, id, { except: sessionId }))
}
