import { useMutation } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { post } from '../../lib/api.ts'
import { queryClient } from '../../lib/query-client.ts'
import { invitationIn } from './invitation-in.ts'

/** Signs in and goes to the page that was asked for. */
export function useSignIn(next: string | undefined) {
  const enter = useEnter(next)
  return useMutation({
    mutationFn: (values: { email: string; password: string }) => post('/auth/sign-in', values),
    onSuccess: enter,
  })
}

/** Opens an account, signed in, and goes on to the first workspace; an invitation is accepted in the same moment. */
export function useSignUp(next: string | undefined) {
  const invitationToken = invitationIn(next)
  const enter = useEnter(invitationToken ? undefined : next)
  return useMutation({
    mutationFn: (values: { name: string; email: string; password: string }) =>
      post('/auth/sign-up', { ...values, ...(invitationToken ? { invitationToken } : {}) }),
    onSuccess: enter,
  })
}

/** Nothing that was read as somebody else may be shown. */
function useEnter(next: string | undefined) {
  const router = useRouter()
  return () => {
    queryClient.clear()
    router.history.replace(next ?? '/')
  }
}
