import type { Kysely } from 'kysely'
import type { DB } from '#lib/database/schema.gen'

/** True when signing in takes a code. */
export async function hasSecondFactor(db: Kysely<DB>, personId: string): Promise<boolean> {
  return (await secondFactorSince(db, personId)) !== null
}

/** Since when; null when it does not. */
export async function secondFactorSince(db: Kysely<DB>, personId: string): Promise<Date | null> {
  const row = await db
    .selectFrom('auth.secondFactor')
    .select('confirmedAt')
    .where('userId', '=', personId)
    .executeTakeFirst()
  return row?.confirmedAt ?? null
}

/** How many recovery codes are left. */
export async function recoveryCodesLeft(db: Kysely<DB>, personId: string): Promise<number> {
  const { left } = await db
    .selectFrom('auth.recoveryCode')
    .select(({ fn }) => fn.countAll<string>().as('left'))
    .where('userId', '=', personId)
    .where('usedAt', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(left)
}
