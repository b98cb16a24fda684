import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { Form } from '../../ui/form.tsx'
import { usePageTitle } from '../../ui/use-page-title.ts'
import { Notice } from './account/notice.tsx'
import { problemWords } from './account/problem-words.ts'
import { ServiceButton } from './account/service-button.tsx'
import { DemoHint } from './demo-hint.tsx'
import { Door } from './door.tsx'
import { PasswordField } from './password-field.tsx'
import { installationQuery } from './queries.ts'
import { useSignIn } from './use-sign-in.ts'

/** Where a person who is not signed in lands. */
export function SignInPage({ next, problem }: { next: string | undefined; problem: string | undefined }) {
  usePageTitle('Sign in')
  const installation = useQuery(installationQuery).data
  const signIn = useSignIn(next)
  const words = problemWords(problem)

  return (
    <Door
      title="Sign in to Frontdesk"
      below={
        <>
          New here?{' '}
          <Link to="/sign-up" search={next ? { next } : {}} className="font-medium text-accent-ink underline">
            Create an account
          </Link>
        </>
      }
    >
      {words && !signIn.error && (
        <div className="mb-4">
          <Notice tone="bad">{words}</Notice>
        </div>
      )}
      <Form
        label="Sign in"
        error={signIn.error}
        onSubmit={({ email = '', password = '' }) => signIn.mutate({ email: email.trim(), password })}
      >
        <Field label="Email" name="email" type="email" autoComplete="username" required autoFocus />
        <PasswordField autoComplete="current-password" />
        <Link to="/forgot-password" className="-mt-1 self-start text-sm font-medium text-accent-ink underline">
          Forgot password?
        </Link>
        <Button type="submit" tone="primary" busy={signIn.isPending || signIn.isSuccess} className="mt-1">
          Sign in
        </Button>
      </Form>
      {installation?.signInWith && <ServiceButton name={installation.signInWith} next={next} />}
      {installation?.demo && (
        <DemoHint
          hasSimulator={installation.simulator}
          busy={signIn.isPending || signIn.isSuccess}
          onEnter={(account) => signIn.mutate(account)}
        />
      )}
    </Door>
  )
}
