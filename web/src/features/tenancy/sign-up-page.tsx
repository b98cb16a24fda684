import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { Form } from '../../ui/form.tsx'
import { usePageTitle } from '../../ui/use-page-title.ts'
import { ServiceButton } from './account/service-button.tsx'
import { Door } from './door.tsx'
import { invitationIn } from './invitation-in.ts'
import { PasswordField } from './password-field.tsx'
import { installationQuery, letterQuery } from './queries.ts'
import { useSignUp } from './use-sign-in.ts'

/** Opens an account. */
export function SignUpPage({ next }: { next: string | undefined }) {
  usePageTitle('Create an account')
  const signUp = useSignUp(next)
  const service = useQuery(installationQuery).data?.signInWith
  const invitation = invitationIn(next)
  const letter = useQuery({ ...letterQuery(invitation ?? ''), enabled: invitation !== undefined }).data

  return (
    <Door
      title="Create your account"
      intro={letter ? `Then you are in at ${letter.workspace.name}.` : 'One account for you; your business comes next.'}
      below={
        <>
          Already have one?{' '}
          <Link to="/sign-in" search={next ? { next } : {}} className="font-medium text-accent-ink underline">
            Sign in
          </Link>
        </>
      }
    >
      <Form
        label="Create an account"
        error={signUp.error}
        onSubmit={({ name = '', email = '', password = '' }) =>
          signUp.mutate({ name: name.trim(), email: email.trim(), password })
        }
      >
        <Field label="Your name" name="name" autoComplete="name" required autoFocus />
        <Field
          key={letter?.email}
          label="Email"
          name="email"
          type="email"
          autoComplete="username"
          required
          defaultValue={letter?.email ?? ''}
          readOnly={Boolean(letter?.email)}
        />
        <PasswordField autoComplete="new-password" hint="At least 8 characters." />
        <Button type="submit" tone="primary" busy={signUp.isPending || signUp.isSuccess} className="mt-1">
          {letter ? 'Create account and join' : 'Create account'}
        </Button>
      </Form>
      {service && <ServiceButton name={service} next={next} />}
    </Door>
  )
}
