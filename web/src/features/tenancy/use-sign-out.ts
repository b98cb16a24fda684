import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { post } from '../../lib/api.ts'
import { queryClient } from '../../lib/query-client.ts'

/** Signs out of this browser and forgets what it had read. */
export function useSignOut() {
  const navigate = useNavigate()
  return useMutation({
    mutationFn: () => post('/auth/sign-out'),
    onSuccess: async () => {
      await navigate({ to: '/sign-in' })
      queryClient.clear()
    },
  })
}
