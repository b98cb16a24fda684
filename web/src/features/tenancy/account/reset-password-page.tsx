import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { post, Refused } from '../../../lib/api.ts'
import { queryClient } from '../../../lib/query-client.ts'
import { Button, buttonClass } from '../../../ui/button.tsx'
import { Form } from '../../../ui/form.tsx'
import { usePageTitle } from '../../../ui/use-page-title.ts'
import { Door } from '../door.tsx'
import { PasswordField } from '../password-field.tsx'
import { DeadLink } from './dead-link.tsx'

/** Where the link for a new password leads. */
export function ResetPasswordPage({ token }: { token: string }) {
  usePageTitle('Choose a new password')
  const reset = useMutation({
    mutationFn: (password: string) => post('/auth/password-reset/confirm', { token, password }),
    // Whoever was signed in here is not any more.
    onSuccess: () => queryClient.clear(),
  })
  if (reset.error instanceof Refused && reset.error.status === 404)
    return (
      <DeadLink
        action={
          <Link to="/forgot-password" className={buttonClass('primary')}>
            Get a new link
          </Link>
        }
      />
    )
  if (reset.isSuccess)
    return (
      <Door title="Your password is changed" intro="You are signed out everywhere. Sign in with the new one.">
        <Link to="/sign-in" className={buttonClass('primary')}>
          Sign in
        </Link>
      </Door>
    )
  return (
    <Door title="Choose a new password" intro="You are signed out on all your devices then.">
      <Form label="Choose a new password" error={reset.error} onSubmit={({ password = '' }) => reset.mutate(password)}>
        <PasswordField autoComplete="new-password" label="New password" hint="At least 8 characters." autoFocus />
        <Button type="submit" tone="primary" busy={reset.isPending} className="mt-1">
          Change password
        </Button>
      </Form>
    </Door>
  )
}
