import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { post } from '../../lib/api.ts'
import { queryClient } from '../../lib/query-client.ts'

/** Signs out of this browser and forgets what it had read; whoever signs in next goes to `next`. */
export function useSignOut(next?: string) {
  const navigate = useNavigate()
  return useMutation({
    mutationFn: () => post('/auth/sign-out'),
    onSuccess: async () => {
      await navigate({ to: '/sign-in', search: next ? { next } : {} })
      queryClient.clear()
    },
  })
}
