import { queryOptions } from '@tanstack/react-query'
import { get, inWorkspace } from '../../lib/api.ts'
import type { Installation, Me, Member, Page, Workspace } from '../../lib/api-types.ts'

/** What this installation is: a demo or not, open for new accounts or not. */
export const installationQuery = queryOptions({
  queryKey: ['installation'],
  queryFn: () => get<Installation>('/installation'),
  staleTime: Number.POSITIVE_INFINITY,
})

/** Who is signed in, and their workspaces. */
export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: () => get<Me>('/me'),
  staleTime: 5 * 60_000,
})

/** The workspace, and who I am in it. */
export const workspaceQuery = (slug: string) =>
  queryOptions({
    queryKey: ['w', slug, 'tenancy', 'workspace'],
    queryFn: () => get<Workspace>(inWorkspace(slug)),
    staleTime: 5 * 60_000,
  })

/** The people who work here. */
export const membersQuery = (slug: string) =>
  queryOptions({
    queryKey: ['w', slug, 'tenancy', 'members'],
    queryFn: async () => (await get<Page<Member>>(inWorkspace(slug, '/members'), { query: { limit: 100 } })).items,
    staleTime: 5 * 60_000,
  })
