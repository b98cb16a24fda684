import type { QueryClient } from '@tanstack/react-query'
import type { Fact } from '../../lib/api-types.ts'

/** Keeps the templates on screen true to what happens to them. */
export function onFact(client: QueryClient, slug: string, fact: Fact): void {
  if (!fact.name.startsWith('templates.')) return
  client.invalidateQueries({ queryKey: ['w', slug, 'templates', 'list'] })
  client.invalidateQueries({ queryKey: ['w', slug, 'templates', 'one', fact.subjectId] })
}
