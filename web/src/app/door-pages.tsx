import { useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { CreateWorkspacePage } from '../features/tenancy/create-workspace-page.tsx'
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

/** /workspaces/new */
export function NewWorkspace() {
  const me = useQuery(meQuery).data
  return me ? <CreateWorkspacePage me={me} /> : null
}
