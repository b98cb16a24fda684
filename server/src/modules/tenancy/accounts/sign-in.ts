import { sql } from 'kysely'
import { WrongCredentials } from '../refusals.ts'
import { announceAccount } from './announce.ts'
import { challengeFor } from './challenge.ts'
import { type AccountContext, asThemselves, type SignedIn } from './person.ts'
import { hasSecondFactor } from './second-factor/queries.ts'

/** The first step was right, and a code is asked for before anybody is in. */
export interface SecondFactorAsked {
  readonly challenge: string
}

export type SignInAnswer = SignedIn | SecondFactorAsked

/** Signs in by password, or refuses with `wrong_credentials`, whichever of the two was wrong. */
export async function signIn(
  context: AccountContext,
  { email, password }: { email: string; password: string },
  from: Headers,
): Promise<SignInAnswer> {
  const found = await context.database.app
    .selectFrom('auth.user as person')
    .leftJoin('auth.account as account', (join) =>
      join.onRef('account.userId', '=', 'person.id').on('account.providerId', '=', 'credential'),
    )
    .select(['person.id', 'account.password'])
    .where('person.email', '=', email)
    .executeTakeFirst()
  const isRight = await context.accounts.passwords.isRight(password, found?.password)
  if (!found || !isRight) throw new WrongCredentials()
  return admit(context, found.id, from)
}

/** Lets in who has passed the first step, or asks for the second. */
export async function admit(context: AccountContext, personId: string, from: Headers): Promise<SignInAnswer> {
  if (await hasSecondFactor(context.database.app, personId)) return { challenge: await challengeFor(context, personId) }
  return enter(context, personId, from)
}

/** Opens a session, and writes down that somebody came in. Sessions of theirs that ran out are forgotten. */
export async function enter(context: AccountContext, personId: string, from: Headers): Promise<SignedIn> {
  const signedIn = await context.accounts.enter(personId, from)
  await context.withTenant(asThemselves(context, personId), async (tx) => {
    await tx.db
      .deleteFrom('auth.session')
      .where('userId', '=', personId)
      .where('expiresAt', '<', sql<Date>`now()`)
      .execute()
    await announceAccount(tx, personId, 'tenancy.account_signed_in', {})
  })
  return signedIn
}
