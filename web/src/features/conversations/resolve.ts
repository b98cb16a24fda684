import { actOn, knownConversation } from './acts.ts'

/** Resolves conversations, or opens them again when all are resolved already. */
export function toggleResolved(slug: string, ids: readonly string[]): Promise<void> {
  const isResolved = ids.every((id) => knownConversation(slug, id)?.status === 'resolved')
  const word = isResolved ? 'Opened again' : 'Resolved'
  return actOn({
    ...{ slug, ids, act: { kind: isResolved ? 'reopen' : 'resolve' } },
    said: (count) => (count === 1 ? `${word}.` : `${word}: ${count} conversations.`),
  })
}
