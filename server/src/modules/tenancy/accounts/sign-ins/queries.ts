import type { Kysely } from 'kysely'
import type { DB } from '#lib/database/schema.gen'
import { time } from '#lib/json'
import { type Issuer, wordFor } from './issuer.ts'

/** The other services by which a person may come in. */
export async function linkedSignIns(
  db: Kysely<DB>,
  personId: string,
  present: Issuer | undefined,
): Promise<{ id: string; name: string; linkedAt: string }[]> {
  const rows = await db
    .selectFrom('auth.account')
    .select(['id', 'providerId', 'createdAt'])
    .where('userId', '=', personId)
    .where('providerId', '!=', 'credential')
    .orderBy('createdAt')
    .execute()
  return rows.map(({ id, providerId, createdAt }) => ({
    id,
    name: wordFor(providerId, present),
    linkedAt: time(createdAt),
  }))
}

/** Whose account an identity at an issuer opens. */
export async function ownerOf(
  db: Kysely<DB>,
  identity: { issuer: string; subject: string },
): Promise<string | undefined> {
  const row = await db
    .selectFrom('auth.account')
    .select('userId')
    .where('providerId', '=', identity.issuer)
    .where('accountId', '=', identity.subject)
    .executeTakeFirst()
  return row?.userId
}
