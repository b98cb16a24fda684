import type { Actor, Role } from '#lib/actor'
import { Refusal } from '#lib/refusal'
import type { Tx } from '#lib/tx'

type Column = Role | 'token' | 'contact' | 'system'

/**
 * Who may do what. One row an act, one column a kind of actor; what is not listed is refused. `token` lets programs do it whose
 * token has the scope for it, as far as the role of the member who made the token goes.
 */
const table = {
  'workspace.read': ['owner', 'manager', 'staff', 'token'],
  'workspace.change': ['owner'],
  'members.read': ['owner', 'manager', 'staff', 'token'],
  'members.add': ['owner'],
  'members.invite': ['owner', 'manager'],
  'members.change': ['owner', 'manager'],
  'members.remove': ['owner', 'manager'],
  'members.change-owners': ['owner'],
  'members.leave': ['owner', 'manager', 'staff'],
  'tokens.read': ['owner', 'manager'],
  'tokens.make': ['owner', 'manager'],
  'tokens.revoke': ['owner', 'manager'],
  'audit.read': ['owner', 'manager', 'token'],
  'audit.export': ['owner', 'token'],
  'channels.read': ['owner', 'manager', 'staff', 'token'],
  'channels.connect': ['owner', 'manager', 'token'],
  'channels.examine': ['owner', 'manager', 'staff', 'token'],
  'channels.change': ['owner', 'manager', 'token', 'system'],
  'channels.remove': ['owner', 'token'],
  'contacts.read': ['owner', 'manager', 'staff', 'token'],
  'contacts.create': ['owner', 'manager', 'staff', 'token', 'system'],
  'contacts.change': ['owner', 'manager', 'staff', 'token', 'system'],
  'media.read': ['owner', 'manager', 'staff', 'token'],
  'media.upload': ['owner', 'manager', 'staff', 'token'],
  'media.fetch': ['owner', 'manager', 'staff', 'token'],
  'media.record': ['system'],
  'templates.read': ['owner', 'manager', 'staff', 'token', 'system'],
  'templates.write': ['owner', 'manager', 'token'],
  'templates.submit': ['owner', 'manager', 'token'],
  'templates.record': ['system'],
  'contacts.define-fields': ['owner', 'manager', 'token'],
  'contacts.change-consent': ['owner', 'manager', 'staff', 'token'],
  'contacts.rule-consent': ['owner', 'manager', 'token'],
  'contacts.record-consent': ['system'],
  'contacts.import': ['owner', 'manager', 'token', 'system'],
  'contacts.export': ['owner', 'manager', 'token'],
  'leads.read': ['owner', 'manager', 'staff', 'token'],
  'leads.change': ['owner', 'manager', 'staff', 'token', 'system'],
  'conversations.read': ['owner', 'manager', 'staff', 'token'],
  'conversations.record': ['system'],
  'conversations.reply': ['owner', 'manager', 'staff', 'token'],
  'conversations.note': ['owner', 'manager', 'staff', 'token'],
  'conversations.deliver': ['system'],
  'conversations.change': ['owner', 'manager', 'staff', 'token'],
  'conversations.reply-automatically': ['system'],
  'conversations.ask-for-person': ['owner', 'manager', 'staff', 'token', 'system'],
  'conversations.take-over': ['owner', 'manager', 'staff', 'token'],
  'conversations.change-settings': ['owner', 'manager', 'token'],
  'conversations.save-replies': ['owner', 'manager', 'staff', 'token'],
  'conversations.manage-replies': ['owner', 'manager', 'token'],
  'conversations.manage-labels': ['owner', 'manager', 'token'],
  'conversations.save-views': ['owner', 'manager', 'staff', 'token'],
  'conversations.manage-views': ['owner', 'manager', 'token'],
  'live.read': ['owner', 'manager', 'staff', 'token'],
} as const satisfies Record<string, readonly Column[]>

export type Act = keyof typeof table

/** Lets the act pass, or refuses with `forbidden` and who could do it. */
export function permit(tx: Pick<Tx, 'actor'>, act: Act): void {
  if (!may(tx.actor, act)) throw new Refusal('forbidden', 403, whyNot(tx.actor, act))
}

/** True when the actor may do it. Screens ask this to show only what will work. */
export function may(actor: Actor, act: Act): boolean {
  const allowed: readonly Column[] = table[act]
  if (actor.kind === 'member') return allowed.includes(actor.role)
  if (actor.kind !== 'token') return allowed.includes(actor.kind)
  return allowed.includes('token') && allowed.includes(actor.role) && isInScope(actor.scopes, act)
}

/** Everything the actor may do, for the caller's own screens. */
export function permissionsOf(actor: Actor): Act[] {
  return acts.filter((act) => may(actor, act))
}

/** The roles that may do it, the mightiest first. */
export function rolesFor(act: Act): Role[] {
  const allowed: readonly Column[] = table[act]
  return (['owner', 'manager', 'staff'] as const).filter((role) => allowed.includes(role))
}

/** The scope a token needs for the act, such as `contacts.write`; null for what no token may. */
export function scopeFor(act: Act): string | null {
  const allowed: readonly Column[] = table[act]
  if (!allowed.includes('token')) return null
  const [area = '', verb = ''] = act.split('.')
  return `${area}.${readers.has(verb) ? 'read' : 'write'}`
}

export const acts = Object.keys(table) as Act[]

// What only looks.
const readers = new Set(['read', 'export'])

/** Who may write in an area may read there: the answer to a change shows what became of it. */
function isInScope(scopes: readonly string[], act: Act): boolean {
  // Where it is, every token may know.
  if (act === 'workspace.read') return true
  const needed = scopeFor(act)
  return needed !== null && (scopes.includes(needed) || scopes.includes(needed.replace(/read$/, 'write')))
}

function whyNot(actor: Actor, act: Act): string {
  if (actor.kind !== 'token') return `Your role does not allow this. ${whoMay(act)} can.`
  const scope = scopeFor(act)
  if (scope === null) return 'API tokens do not allow this. Sign in as a member.'
  if (!isInScope(actor.scopes, act)) return `This API token does not allow this. It needs the scope “${scope}”.`
  return `The role of whoever made this API token does not allow this. ${whoMay(act)} can.`
}

function whoMay(act: Act): string {
  const columns: readonly Column[] = table[act]
  if (columns.includes('manager')) return 'An owner or a manager of the workspace'
  if (columns.includes('owner')) return 'An owner of the workspace'
  return 'Only Frontdesk itself'
}
