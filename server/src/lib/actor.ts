export type Role = 'owner' | 'manager' | 'staff'

/** Who acts. Every fact remembers it, and the permission table has a column for each kind. */
export type Actor =
  | { readonly kind: 'member'; readonly id: string; readonly userId: string; readonly role: Role }
  | TokenActor
  | { readonly kind: 'contact'; readonly id: string }
  | { readonly kind: 'system' }

/** A program that acts for the member who made its token, with the role they have by now and within its scopes. */
export interface TokenActor {
  readonly kind: 'token'
  readonly id: string
  readonly memberId: string
  readonly userId: string
  readonly role: Role
  readonly scopes: readonly string[]
}

/** Asks nobody's leave: understanding webhooks, delivering, sweeping. */
export const system: Actor = { kind: 'system' }

/** The member who acts, or in whose name a token does; null for everybody else. */
export function memberBehind(actor: Actor): string | null {
  if (actor.kind === 'member') return actor.id
  return actor.kind === 'token' ? actor.memberId : null
}

/** What is kept of an actor for good. What a token might do is not: it stands with the token. */
export function remembered(actor: Actor): object {
  if (actor.kind !== 'token') return actor
  const { scopes: _, ...kept } = actor
  return kept
}
