export interface Persona {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly isEmailVerified: boolean
}

export type IssuerFault =
  /** The identity token carries another nonce: it was made for another sign-in. */
  | 'wrongNonce'
  /** It was made for another client. */
  | 'wrongAudience'
  | 'wrongIssuer'
  | 'expired'
  /** It is signed with a key the issuer does not publish. */
  | 'wrongKey'
  /** The person is sent back with error=access_denied. */
  | 'accessDenied'
  /** The person is sent back with another state than they left with. */
  | 'wrongState'
  /** Nobody's address counts as confirmed. */
  | 'emailUnverified'
  /** The address is told by userinfo only. */
  | 'emailElsewhere'
  /** Every call is answered with 503. */
  | 'down'

export interface FakeIssuerOptions {
  readonly port?: number
  readonly clientId?: string
  readonly clientSecret?: string
}

export interface FakeIssuer {
  readonly url: string
  readonly clientId: string
  readonly clientSecret: string
  /** From now on, until it behaves again. */
  misbehave(fault: IssuerFault): void
  behave(): void
  close(): Promise<void>
}
