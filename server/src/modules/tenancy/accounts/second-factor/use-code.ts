import type { Tx } from '#lib/tx'
import { announceAccount } from '../announce.ts'
import { recoveryCodesLeft } from './queries.ts'
import { useRecoveryCode } from './recovery-codes.ts'
import type { SecondFactor } from './secret.ts'
import { periodOf } from './totp.ts'

/** Uses up the authenticator's code; false when it is wrong, too old, or this one or a later one was used before. */
export async function useTotp(tx: Tx, personId: string, held: SecondFactor, code: string): Promise<boolean> {
  const digits = code.replace(/\s/g, '')
  const period = /^\d{6}$/.test(digits) ? periodOf(digits, held.secret, tx.now) : undefined
  if (period === undefined || period <= held.lastPeriod) return false
  await tx.db.updateTable('auth.secondFactor').set({ lastPeriod: period }).where('userId', '=', personId).execute()
  return true
}

/** Uses up a code, the authenticator's or one of those for the day it is lost. */
export async function useCode(tx: Tx, personId: string, held: SecondFactor, code: string): Promise<boolean> {
  if (await useTotp(tx, personId, held, code)) return true
  if (!(await useRecoveryCode(tx, personId, code, held.secret))) return false
  await announceAccount(tx, personId, 'tenancy.account_recovery_code_used', {
    left: await recoveryCodesLeft(tx.db, personId),
  })
  return true
}
