import type { Kysely } from 'kysely'
import type { DB } from '#lib/database/schema.gen'
import type { Tx } from '#lib/tx'
import { hashOf, newToken } from '../invitations/token.ts'

export type Purpose = 'password_reset' | 'email_change'

const holds = 60 * 60_000

/** A token for a link that works once, for an hour; an older one for the same purpose is worth nothing any more. */
export async function writeLetter(tx: Tx, personId: string, purpose: Purpose, email: string): Promise<string> {
  const token = newToken()
  const row = {
    email,
    tokenHash: hashOf(token),
    createdAt: tx.now,
    expiresAt: new Date(tx.now.getTime() + holds),
  }
  await tx.db
    .insertInto('auth.letter')
    .values({ userId: personId, purpose, ...row })
    .onConflict((conflict) => conflict.columns(['userId', 'purpose']).doUpdateSet(row))
    .execute()
  return token
}

/** Whose letter this is, if it still holds. Asked before anything is fenced. */
export async function findLetter(
  db: Kysely<DB>,
  token: string,
  purpose: Purpose,
  now: Date,
): Promise<{ personId: string } | undefined> {
  return db
    .selectFrom('auth.letter')
    .select('userId as personId')
    .where('tokenHash', '=', hashOf(token))
    .where('purpose', '=', purpose)
    .where('expiresAt', '>', now)
    .executeTakeFirst()
}

/** Uses it up: of several who come at once, one gets the address it was written to. */
export async function takeLetter(tx: Tx, token: string, purpose: Purpose): Promise<string | undefined> {
  const taken = await tx.db
    .deleteFrom('auth.letter')
    .where('tokenHash', '=', hashOf(token))
    .where('purpose', '=', purpose)
    .where('expiresAt', '>', tx.now)
    .returning('email')
    .executeTakeFirst()
  return taken?.email
}

/** No link that is still under way works any more. */
export async function burnLetters(tx: Tx, personId: string): Promise<void> {
  await tx.db.deleteFrom('auth.letter').where('userId', '=', personId).execute()
}
