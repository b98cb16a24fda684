import { type Actor, memberBehind } from '#lib/actor'
import type { Fact } from '#lib/facts/types'

/** True when the fact shows the listener out: they hear it, and nothing more. A token goes with its maker. */
export function ends({ name, subjectId }: Fact, actor: Actor): boolean {
  if (name === 'tenancy.member_removed') return memberBehind(actor) === subjectId
  return name === 'tenancy.token_revoked' && actor.kind === 'token' && actor.id === subjectId
}

/** True when the fact may have changed what the listener may do: their role, their password, their sessions. */
export function concerns({ name, subjectId, actor: by }: Fact, listener: Actor): boolean {
  if (listener.kind !== 'member' && listener.kind !== 'token') return false
  const mine = [memberBehind(listener), listener.userId]
  return /^tenancy\.(account_|member_role)/.test(name) && (mine.includes(subjectId) || mine.includes(by.id ?? null))
}
