import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { post, Refused } from '../../../lib/api.ts'
import { Button, buttonClass } from '../../../ui/button.tsx'
import { Form } from '../../../ui/form.tsx'
import { usePageTitle } from '../../../ui/use-page-title.ts'
import { Door } from '../door.tsx'
import { useEnter } from '../use-sign-in.ts'
import { CodeField } from './code-field.tsx'

/** The second step of signing in. The challenge of the first is behind the # of the address. */
export function SecondFactorPage({ challenge, next }: { challenge: string; next: string | undefined }) {
  usePageTitle('Enter your code')
  const [isRecovery, setRecovery] = useState(false)
  const enter = useEnter(next)
  const pass = useMutation({
    mutationFn: (code: string) => post('/auth/second-factor', { challenge, code }),
    onSuccess: enter,
  })
  const again = (
    <Link to="/sign-in" search={next ? { next } : {}} className={buttonClass('primary')}>
      Sign in
    </Link>
  )
  if (!challenge || (pass.error instanceof Refused && pass.error.code === 'sign_in_again'))
    return (
      <Door title="Sign in again" intro="That took too long, or your password was changed meanwhile.">
        {again}
      </Door>
    )
  return (
    <Door
      title={isRecovery ? 'Enter a recovery code' : 'Enter your code'}
      intro={isRecovery ? 'Each works once.' : 'Your authenticator app shows it.'}
      below={
        <button
          type="button"
          className="font-medium text-accent-ink underline"
          onClick={() => {
            pass.reset()
            setRecovery(!isRecovery)
          }}
        >
          {isRecovery ? 'Use the code of the app' : 'Phone lost? Use a recovery code'}
        </button>
      }
    >
      <Form
        key={String(isRecovery)}
        label="Second step"
        error={pass.error}
        onSubmit={({ code = '' }) => pass.mutate(code.trim())}
      >
        <CodeField label={isRecovery ? 'Recovery code' : 'Code'} isRecovery={isRecovery} autoFocus />
        <Button type="submit" tone="primary" busy={pass.isPending || pass.isSuccess} className="mt-1">
          Sign in
        </Button>
      </Form>
    </Door>
  )
}
