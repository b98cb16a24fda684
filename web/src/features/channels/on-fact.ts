import type { QueryClient } from '@tanstack/react-query'
import type { Fact } from '../../lib/api-types.ts'

/** Keeps the channels on screen true to what happens to them. */
export function onFact(client: QueryClient, slug: string, fact: Fact): void {
  if (fact.name.startsWith('channels.')) client.invalidateQueries({ queryKey: ['w', slug, 'channels'] })
}
