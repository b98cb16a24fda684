import { queryOptions } from '@tanstack/react-query'
import { get, inWorkspace } from '../../../lib/api.ts'
import type { Page, Scope, Token } from '../../../lib/api-types.ts'

/** The tokens that were made and not revoked. */
export const tokensQuery = (slug: string) =>
  queryOptions({
    queryKey: ['w', slug, 'tenancy', 'tokens'],
    queryFn: async () => (await get<Page<Token>>(inWorkspace(slug, '/tokens'), { query: { limit: 100 } })).items,
  })

/** What I can give a token. */
export const scopesQuery = (slug: string) =>
  queryOptions({
    queryKey: ['w', slug, 'tenancy', 'scopes'],
    queryFn: async () => (await get<{ items: Scope[] }>(inWorkspace(slug, '/tokens/scopes'))).items,
    staleTime: 5 * 60_000,
  })
