import type { QueryClient } from '@tanstack/react-query'
import type { Fact } from '../../lib/api-types.ts'

// What is said in conversations is no entry, and there is much of it.
const unlisted = /^conversations\.(message_|reply_|reaction_|phone_|started|read|note_)/

/** Something was done: an open log is read anew. */
export function onFact(client: QueryClient, slug: string, fact: Fact): void {
  if (unlisted.test(fact.name)) return
  client.invalidateQueries({ queryKey: ['w', slug, 'audit'] })
}
