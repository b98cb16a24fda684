import type { z } from 'zod'
import type { Role } from '#lib/actor'
import { actWords } from '../permission-words.ts'
import { acts, rolesFor, scopeFor } from '../permissions.ts'
import type { Scope } from './token.ts'

// What the permission table does not show because everybody here has it.
const otherWords: Readonly<Record<string, string>> = { 'live.read': 'Follow what changes, as it changes' }

/** What somebody of this role can give a token, in the order of the permission table. Which acts a scope opens follows from that table. */
export function scopesFor(role: Role): z.input<typeof Scope>[] {
  const given = acts.filter((act) => rolesFor(act).includes(role) && act !== 'workspace.read')
  const scopes = [...new Set(given.map(scopeFor))].filter((scope) => scope !== null)
  return scopes.map((scope) => {
    const [area = '', level] = scope.split('.')
    const words = given
      .filter((act) => scopeFor(act) === scope)
      .flatMap((act) => actWords[act] ?? otherWords[act] ?? [])
    return { scope, area, level: level === 'read' ? 'read' : 'write', words }
  })
}
