import { useMutation } from '@tanstack/react-query'
import { post } from '../../../lib/api.ts'
import { invitationIn } from '../invitation-in.ts'

/** Leaves this site to sign in at another service, and comes back to `next`. */
export function useService({ next, link = false }: { next?: string | undefined; link?: boolean }) {
  const invitationToken = invitationIn(next)
  return useMutation({
    mutationFn: () =>
      post<{ url: string }>('/auth/oidc', {
        ...(link ? { link } : {}),
        ...(invitationToken ? { invitationToken } : next ? { next } : {}),
      }),
    onSuccess: ({ url }) => location.assign(url),
  })
}
