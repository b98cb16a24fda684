import { queryOptions } from '@tanstack/react-query'
import { get, inWorkspace } from '../../lib/api.ts'
import type {
  Installation,
  Invitation,
  InvitationLetter,
  Me,
  Member,
  Page,
  Permission,
  Workspace,
} from '../../lib/api-types.ts'
import { isSignedOut } from '../../lib/query-client.ts'

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

/** Links that were made and nobody has used yet. */
export const invitationsQuery = (slug: string) =>
  queryOptions({
    queryKey: ['w', slug, 'tenancy', 'invitations'],
    queryFn: async () =>
      (await get<Page<Invitation>>(inWorkspace(slug, '/invitations'), { query: { limit: 100 } })).items,
  })

/** Which role may do what. */
export const permissionsQuery = (slug: string) =>
  queryOptions({
    queryKey: ['w', slug, 'tenancy', 'permissions'],
    queryFn: async () => (await get<{ items: Permission[] }>(inWorkspace(slug, '/permissions'))).items,
    staleTime: Number.POSITIVE_INFINITY,
  })

/** Who invites whom where, for the bearer of a link. */
export const letterQuery = (token: string) =>
  queryOptions({
    queryKey: ['invitation', token],
    queryFn: () => get<InvitationLetter>(`/invitations/${encodeURIComponent(token)}`),
  })

/** Who is signed in, or null: being nobody yet is no error here. */
export const visitorQuery = queryOptions({
  queryKey: ['visitor'],
  queryFn: () =>
    get<Me>('/me').catch((error: unknown) => {
      if (isSignedOut(error)) return null
      throw error
    }),
  staleTime: 0,
})
