import { type Actor, memberBehind } from '#lib/actor'

/** In whose name the actor writes. A program writes in the name of the member who let it in. */
export function senderOf(actor: Actor): { readonly senderType: string; readonly senderId: string | null } {
  if (actor.kind === 'token') return { senderType: 'member', senderId: memberBehind(actor) }
  return { senderType: actor.kind, senderId: actor.kind === 'system' ? null : actor.id }
}
