import { useMutation } from '@tanstack/react-query'
import { inWorkspace, patch, post, remove } from '../../../lib/api.ts'
import type { HandOver, MadeInvitation, Member, NewInvitation, Role } from '../../../lib/api-types.ts'
import { queryClient } from '../../../lib/query-client.ts'

/** Gives a member another role. */
export function useChangeRole(slug: string, id: string) {
  return useMutation({
    mutationFn: (role: Role) => patch<Member>(inWorkspace(slug, `/members/${id}`), { role }),
    onSuccess: () => readAnew(slug),
  })
}

/** Ends a membership. */
export function useRemoveMember(slug: string, id: string) {
  return useMutation({ mutationFn: () => remove(inWorkspace(slug, `/members/${id}`)) })
}

/** Makes a colleague an owner and, if wished, steps down. */
export function useHandOver(slug: string) {
  return useMutation({
    mutationFn: ({ memberId, ...wish }: HandOver & { memberId: string }) =>
      post<Member>(inWorkspace(slug, `/members/${memberId}/hand-over`), wish),
    onSuccess: () => readAnew(slug),
  })
}

/** Makes a link; it is shown this once. */
export function useInvite(slug: string) {
  return useMutation({
    mutationFn: (wish: NewInvitation) => post<MadeInvitation>(inWorkspace(slug, '/invitations'), wish),
    onSuccess: () => readAnew(slug),
  })
}

/** Makes a new link in the place of one that was lost or is too old. */
export function useRenew(slug: string, id: string) {
  return useMutation({
    mutationFn: () => post<MadeInvitation>(inWorkspace(slug, `/invitations/${id}/renew`)),
    onSuccess: () => readAnew(slug),
  })
}

/** Takes a link back. */
export function useRevoke(slug: string, id: string) {
  return useMutation({
    mutationFn: () => remove(inWorkspace(slug, `/invitations/${id}`)),
    onSuccess: () => readAnew(slug),
  })
}

/** Everything about who works here, and what I may do. */
export function readAnew(slug: string): Promise<void> {
  return queryClient.invalidateQueries({ queryKey: ['w', slug, 'tenancy'] })
}
