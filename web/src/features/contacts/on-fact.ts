import type { QueryClient } from '@tanstack/react-query'
import type { Fact } from '../../lib/api-types.ts'

/** Keeps the people on screen true to what becomes known of them and happens to them. */
export function onFact(client: QueryClient, slug: string, fact: Fact): void {
  if (fact.contactId) {
    client.invalidateQueries({ queryKey: ['w', slug, 'contacts', 'timeline'] })
    client.invalidateQueries({ queryKey: ['w', slug, 'conversations', 'of'] })
  }
  if (!fact.name.startsWith('contacts.')) return
  for (const part of ['list', 'labels', 'one']) client.invalidateQueries({ queryKey: ['w', slug, 'contacts', part] })
}
