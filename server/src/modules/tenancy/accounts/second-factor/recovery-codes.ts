import { randomInt } from 'node:crypto'
import { hmacSha256 } from '#lib/signature'
import type { Tx } from '#lib/tx'

const howMany = 10
// No letters or digits that people mistake for each other.
const alphabet = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'

/** Ten new codes in the place of whatever there was; they are known to the person alone, here is only what proves them. */
export async function replaceRecoveryCodes(tx: Tx, personId: string, key: string): Promise<string[]> {
  const codes = Array.from({ length: howMany }, newCode)
  await tx.db.deleteFrom('auth.recoveryCode').where('userId', '=', personId).execute()
  await tx.db
    .insertInto('auth.recoveryCode')
    .values(codes.map((code) => ({ userId: personId, codeHash: hashOf(code, personId, key) })))
    .execute()
  return codes
}

/** Uses a code up; false when it is none, or was used before. */
export async function useRecoveryCode(tx: Tx, personId: string, code: string, key: string): Promise<boolean> {
  const used = await tx.db
    .updateTable('auth.recoveryCode')
    .set({ usedAt: tx.now })
    .where('userId', '=', personId)
    .where('codeHash', '=', hashOf(code, personId, key))
    .where('usedAt', 'is', null)
    .returning('codeHash')
    .executeTakeFirst()
  return used !== undefined
}

/** 50 random bits, in two halves. */
function newCode(): string {
  const letters = Array.from({ length: 10 }, () => alphabet[randomInt(alphabet.length)]).join('')
  return `${letters.slice(0, 5)}-${letters.slice(5)}`
}

/** Keyed by the authenticator’s secret, which lies sealed: 50 bits alone could be tried out on a stolen database. */
function hashOf(code: string, personId: string, key: string): string {
  return hmacSha256(`${personId} ${code.toUpperCase().replace(/[^A-Z0-9]/g, '')}`, key)
}
