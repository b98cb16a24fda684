import type { Sealer } from '#lib/seal'
import type { Tx } from '#lib/tx'

export interface SecondFactor {
  readonly secret: string
  readonly isOn: boolean
  readonly lastPeriod: number
}

const purposeFor = (personId: string): string => `second factor of ${personId}`

/** What a person's authenticator and we know, held until the transaction ends: of two who use one code, one does. */
export async function holdSecondFactor(tx: Tx, sealer: Sealer, personId: string): Promise<SecondFactor | undefined> {
  const row = await tx.db
    .selectFrom('auth.secondFactor')
    .select(['secret', 'confirmedAt', 'lastPeriod'])
    .where('userId', '=', personId)
    .forUpdate()
    .executeTakeFirst()
  if (!row) return undefined
  return {
    secret: sealer.open<string>(row.secret, purposeFor(personId)),
    isOn: row.confirmedAt !== null,
    lastPeriod: Number(row.lastPeriod),
  }
}

/** Puts a secret beside the account that means nothing until a code of it is shown. */
export async function putSecret(tx: Tx, sealer: Sealer, personId: string, secret: string): Promise<void> {
  const row = { secret: sealer.seal(secret, purposeFor(personId)), createdAt: tx.now }
  await tx.db
    .insertInto('auth.secondFactor')
    .values({ userId: personId, ...row })
    .onConflict((conflict) => conflict.column('userId').doUpdateSet({ ...row, confirmedAt: null, lastPeriod: 0 }))
    .execute()
}
