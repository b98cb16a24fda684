import { newId } from '#lib/id'
import type { Tx } from '#lib/tx'
import { announceAccount } from './announce.ts'
import { endSessionsOf } from './end-sessions.ts'
import { burnLetters } from './letters.ts'

/** Puts a new password in the place of the old one, if there was one, and ends every session but the one it is changed in. */
export async function setPassword(
  tx: Tx,
  personId: string,
  { hash, stay, by }: { hash: string; stay?: string; by: 'person' | 'link' },
): Promise<void> {
  const changed = await tx.db
    .updateTable('auth.account')
    .set({ password: hash, updatedAt: tx.now })
    .where('userId', '=', personId)
    .where('providerId', '=', 'credential')
    .returning('id')
    .executeTakeFirst()
  if (!changed) {
    await tx.db
      .insertInto('auth.account')
      .values({ id: newId(), userId: personId, accountId: personId, providerId: 'credential', password: hash })
      .execute()
  }
  await burnLetters(tx, personId)
  await announceAccount(tx, personId, 'tenancy.account_password_changed', { by })
  await endSessionsOf(tx, personId, { except: stay })
}
