import type { Role } from '../../../lib/api-types.ts'

/** The roles as people say them, the mightiest first. */
export const roleWords: Readonly<Record<Role, string>> = { owner: 'Owner', manager: 'Manager', staff: 'Staff' }

/** The roles somebody may give: an owner is made by owners alone. */
export function rolesToGive(may: (act: string) => boolean): Role[] {
  return may('members.change-owners') ? ['owner', 'manager', 'staff'] : ['manager', 'staff']
}
