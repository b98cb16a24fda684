import { system } from '#lib/actor'
import type { Context } from '#lib/context'
import type { Origin, Principal } from '#lib/tx'
import type { Accounts } from './accounts.ts'
import type { Issuer } from './sign-ins/issuer.ts'

export interface Person {
  readonly id: string
  readonly name: string
  readonly email: string
}

/** Somebody who is signed in: who, and in which session. */
export interface Visitor extends Person {
  readonly sessionId: string
}

export interface SignedIn {
  readonly user: Person
  /** Works as the session in `Authorization: Bearer`. */
  readonly token: string
  /** `Set-Cookie` values for a browser. */
  readonly cookies: readonly string[]
}

/** What acts on accounts lean on. */
export type AccountContext = Pick<
  Context,
  'clock' | 'database' | 'log' | 'publicUrl' | 'sealer' | 'withTenant' | 'writeMail'
> & {
  readonly accounts: Accounts
  readonly issuer: Issuer | undefined
  /** From where somebody acts on their account. */
  readonly origin?: Origin
}

/** An account belongs to no workspace: what is done to it is fenced by the person. */
export function asThemselves({ origin }: Pick<AccountContext, 'origin'>, personId: string): Principal {
  return { tenantId: personId, actor: system, origin }
}
