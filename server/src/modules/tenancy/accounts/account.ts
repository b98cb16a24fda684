import { z } from 'zod'
import { Time, time } from '#lib/json'
import { isVisible, storableText } from '#lib/storable-text'
import { announceAccount } from './announce.ts'
import { type AccountContext, asThemselves, type Person } from './person.ts'
import { recoveryCodesLeft, secondFactorSince } from './second-factor/queries.ts'
import { linkedSignIns } from './sign-ins/queries.ts'

export const Name = z
  .string()
  .trim()
  .min(1, { error: 'Enter your name.', abort: true })
  .max(120, 'At most 120 characters.')
  .refine(isVisible, 'Enter your name.')

export const Account = z.object({
  user: z.object({ id: z.uuid(), name: z.string(), email: z.string() }),
  emailVerified: z.boolean().describe('Whether a mail sent to the address was read.'),
  newEmail: z.string().nullable().describe('An address that waits to be confirmed.'),
  hasPassword: z.boolean(),
  secondFactor: z.object({ since: Time.nullable(), recoveryCodesLeft: z.int() }),
  signIns: z.array(z.object({ id: z.uuid(), name: z.string(), linkedAt: Time })),
})

/** What a person’s own page shows of their account. */
export async function getAccount(
  context: Pick<AccountContext, 'clock' | 'database' | 'issuer'>,
  personId: string,
): Promise<z.input<typeof Account>> {
  const db = context.database.app
  const row = await db
    .selectFrom('auth.user as person')
    .leftJoin('auth.account as credential', (join) =>
      join.onRef('credential.userId', '=', 'person.id').on('credential.providerId', '=', 'credential'),
    )
    .leftJoin('auth.letter as letter', (join) =>
      join
        .onRef('letter.userId', '=', 'person.id')
        .on('letter.purpose', '=', 'email_change')
        .on('letter.expiresAt', '>', context.clock.now()),
    )
    .select(['person.id', 'person.name', 'person.email', 'person.emailVerified'])
    .select(['letter.email as newEmail', 'credential.password'])
    .where('person.id', '=', personId)
    .executeTakeFirstOrThrow()
  const since = await secondFactorSince(db, personId)
  return {
    user: { id: row.id, name: row.name, email: row.email },
    emailVerified: row.emailVerified,
    newEmail: row.newEmail,
    hasPassword: row.password !== null,
    secondFactor: { since: time(since), recoveryCodesLeft: since ? await recoveryCodesLeft(db, personId) : 0 },
    signIns: await linkedSignIns(db, personId, context.issuer),
  }
}

/** Changes the name that colleagues see. */
export async function rename(context: AccountContext, person: Person, wish: string): Promise<void> {
  const name = storableText(wish)
  await context.withTenant(asThemselves(context, person.id), async (tx) => {
    const before = await tx.db
      .selectFrom('auth.user')
      .select('name')
      .where('id', '=', person.id)
      .forUpdate()
      .executeTakeFirstOrThrow()
    if (before.name === name) return
    await tx.db.updateTable('auth.user').set({ name, updatedAt: tx.now }).where('id', '=', person.id).execute()
    await announceAccount(tx, person.id, 'tenancy.account_name_changed', { from: before.name, to: name })
  })
}
