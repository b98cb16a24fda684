import { useQuery } from '@tanstack/react-query'
import { useLocation, useParams, useSearch } from '@tanstack/react-router'
import { ConfirmEmailPage } from '../features/tenancy/account/confirm-email-page.tsx'
import { ForgotPasswordPage } from '../features/tenancy/account/forgot-password-page.tsx'
import { ResetPasswordPage } from '../features/tenancy/account/reset-password-page.tsx'
import { SecondFactorPage } from '../features/tenancy/account/second-factor-page.tsx'
import { CreateWorkspacePage } from '../features/tenancy/create-workspace-page.tsx'
import { InvitePage } from '../features/tenancy/invite-page.tsx'
import { meQuery } from '../features/tenancy/queries.ts'
import { SignInPage } from '../features/tenancy/sign-in-page.tsx'
import { SignUpPage } from '../features/tenancy/sign-up-page.tsx'

/** /sign-in */
export function SignIn() {
  const { next, problem } = useSearch({ from: '/sign-in' })
  return <SignInPage next={next} problem={problem} />
}

/** /sign-up */
export function SignUp() {
  return <SignUpPage next={useSearch({ from: '/sign-up' }).next} />
}

/** /second-factor */
export function SecondFactor() {
  const { next } = useSearch({ from: '/second-factor' })
  return <SecondFactorPage challenge={useLocation().hash.replace(/^#/, '')} next={next} />
}

/** /forgot-password */
export function ForgotPassword() {
  return <ForgotPasswordPage />
}

/** /reset-password/{token} */
export function ResetPassword() {
  return <ResetPasswordPage token={useParams({ from: '/reset-password/$token' }).token} />
}

/** /confirm-email/{token} */
export function ConfirmEmail() {
  return <ConfirmEmailPage token={useParams({ from: '/confirm-email/$token' }).token} />
}

/** /invite/{token} */
export function Invite() {
  return <InvitePage token={useParams({ from: '/invite/$token' }).token} />
}

/** /workspaces/new */
export function NewWorkspace() {
  const me = useQuery(meQuery).data
  return me ? <CreateWorkspacePage me={me} /> : null
}
