import { useQuery } from '@tanstack/react-query'
import { useParams, useSearch } from '@tanstack/react-router'
import { CreateWorkspacePage } from '../features/tenancy/create-workspace-page.tsx'
import { InvitePage } from '../features/tenancy/invite-page.tsx'
import { meQuery } from '../features/tenancy/queries.ts'
import { SignInPage } from '../features/tenancy/sign-in-page.tsx'
import { SignUpPage } from '../features/tenancy/sign-up-page.tsx'

/** /sign-in */
export function SignIn() {
  return <SignInPage next={useSearch({ from: '/sign-in' }).next} />
}

/** /sign-up */
export function SignUp() {
  return <SignUpPage next={useSearch({ from: '/sign-up' }).next} />
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
