import { LastOwner } from '../refusals.ts'
import type { PresentMember } from './hold-members.ts'

/** Refuses with `last_owner` when a single owner is left: whoever is to go or step down is that one. */
export function refuseLastOwner(present: readonly PresentMember[]): void {
  if (present.filter(({ role }) => role === 'owner').length <= 1) throw new LastOwner()
}
