import { useMutation } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { post } from '../../lib/api.ts'
import { queryClient } from '../../lib/query-client.ts'
import type { SignInAnswer } from './account/types.ts'
import { invitationIn } from './invitation-in.ts'

/** Signs in and goes to the page that was asked for, by way of the second step where there is one. */
export function useSignIn(next: string | undefined) {
  const enter = useEnter(next)
  const router = useRouter()
  return useMutation({
    mutationFn: (values: { email: string; password: string }) => post<SignInAnswer>('/auth/sign-in', values),
    onSuccess: (answer) => {
      if (!('challenge' in answer)) return enter()
      const search = next ? `?next=${encodeURIComponent(next)}` : ''
      router.history.replace(`/second-factor${search}#${answer.challenge}`)
    },
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
export function useEnter(next: string | undefined) {
  const router = useRouter()
  return () => {
    queryClient.clear()
    router.history.replace(next ?? '/')
  }
}
