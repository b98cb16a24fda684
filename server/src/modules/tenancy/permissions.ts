import type { Actor, Role } from '#lib/actor'
import { Refusal } from '#lib/refusal'
import type { Tx } from '#lib/tx'

type Column = Role | 'contact' | 'system'

/** Who may do what. One row an act, one column a kind of actor; what is not listed is refused. */
const table = {
  'workspace.read': ['owner', 'manager', 'staff'],
  'workspace.change': ['owner'],
  'members.read': ['owner', 'manager', 'staff'],
  'members.add': ['owner'],
  'members.invite': ['owner', 'manager'],
  'members.change': ['owner', 'manager'],
  'members.remove': ['owner', 'manager'],
  'members.change-owners': ['owner'],
  'members.leave': ['owner', 'manager', 'staff'],
  'channels.read': ['owner', 'manager', 'staff'],
  'channels.connect': ['owner', 'manager'],
  'channels.change': ['owner', 'manager', 'system'],
  'channels.remove': ['owner'],
  'contacts.read': ['owner', 'manager', 'staff'],
  'contacts.create': ['owner', 'manager', 'staff', 'system'],
  'contacts.change': ['owner', 'manager', 'staff', 'system'],
  'conversations.read': ['owner', 'manager', 'staff'],
  'conversations.record': ['system'],
  'conversations.reply': ['owner', 'manager', 'staff'],
  'conversations.note': ['owner', 'manager', 'staff'],
  'conversations.deliver': ['system'],
  'conversations.change': ['owner', 'manager', 'staff'],
  'live.read': ['owner', 'manager', 'staff'],
} as const satisfies Record<string, readonly Column[]>

export type Act = keyof typeof table

/** Lets the act pass, or refuses with `forbidden` and who could do it. */
export function permit(tx: Pick<Tx, 'actor'>, act: Act): void {
  if (may(tx.actor, act)) return
  throw new Refusal('forbidden', 403, `Your role does not allow this. ${whoMay(act)} can.`)
}

/** True when the actor may do it. Screens ask this to show only what will work. */
export function may(actor: Actor, act: Act): boolean {
  const allowed: readonly Column[] = table[act]
  return allowed.includes(actor.kind === 'member' ? actor.role : actor.kind)
}

/** Everything a role may do, for the caller's own screens. */
export function permissionsOf(role: Role): Act[] {
  return (Object.keys(table) as Act[]).filter((act) => (table[act] as readonly Column[]).includes(role))
}

/** The roles that may do it, the mightiest first. */
export function rolesFor(act: Act): Role[] {
  const allowed: readonly Column[] = table[act]
  return (['owner', 'manager', 'staff'] as const).filter((role) => allowed.includes(role))
}

function whoMay(act: Act): string {
  const columns: readonly Column[] = table[act]
  if (columns.includes('manager')) return 'An owner or a manager of the workspace'
  if (columns.includes('owner')) return 'An owner of the workspace'
  return 'Only Frontdesk itself'
}
