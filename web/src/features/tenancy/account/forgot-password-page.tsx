import { Link } from '@tanstack/react-router'
import { Button } from '../../../ui/button.tsx'
import { Field } from '../../../ui/field.tsx'
import { Form } from '../../../ui/form.tsx'
import { usePageTitle } from '../../../ui/use-page-title.ts'
import { Door } from '../door.tsx'
import { useForgetPassword } from './use-account-acts.ts'

/** The way back in for who forgot. It says the same whether or not there is such an account. */
export function ForgotPasswordPage() {
  usePageTitle('Forgot your password?')
  const forget = useForgetPassword()
  const below = (
    <Link to="/sign-in" className="font-medium text-accent-ink underline">
      Back to signing in
    </Link>
  )
  if (forget.isSuccess)
    return (
      <Door
        title="Look into your mail"
        intro={`If there is an account with ${forget.variables}, a link is on its way. It works once, for an hour.`}
        below={below}
      >
        <p className="text-sm text-ink-soft text-pretty">
          Nothing there? Look among the unwanted mail, or{' '}
          <button type="button" className="font-medium text-accent-ink underline" onClick={() => forget.reset()}>
            try another address
          </button>
          .
        </p>
      </Door>
    )
  return (
    <Door title="Forgot your password?" intro="We send you a link to choose a new one." below={below}>
      <Form label="Forgot password" error={forget.error} onSubmit={({ email = '' }) => forget.mutate(email.trim())}>
        <Field label="Email" name="email" type="email" autoComplete="username" required autoFocus />
        <Button type="submit" tone="primary" busy={forget.isPending} className="mt-1">
          Send the link
        </Button>
      </Form>
    </Door>
  )
}
