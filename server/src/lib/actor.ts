export type Role = 'owner' | 'manager' | 'staff'

/** Who acts. Every fact remembers it, and the permission table has a column for each kind. */
export type Actor =
  | { readonly kind: 'member'; readonly id: string; readonly userId: string; readonly role: Role }
  | { readonly kind: 'contact'; readonly id: string }
  | { readonly kind: 'system' }

/** Asks nobody's leave: understanding webhooks, delivering, sweeping. */
export const system: Actor = { kind: 'system' }
