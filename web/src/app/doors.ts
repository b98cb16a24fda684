import { notFound, redirect } from '@tanstack/react-router'
import { lastWorkspace } from '../features/tenancy/last-workspace.ts'
import { installationQuery, meQuery, workspaceQuery } from '../features/tenancy/queries.ts'
import { Refused } from '../lib/api.ts'
import type { Me } from '../lib/api-types.ts'
import { isSignedOut, queryClient } from '../lib/query-client.ts'
import { tellTimeOf } from '../lib/when.ts'
import { forgetTypingOfOthers } from '../ui/kept-typing.ts'

/** Lets in whoever is signed in; others are sent to sign in and come back to `href` afterwards. */
export async function requireMe(href: string): Promise<Me> {
  try {
    const me = await queryClient.ensureQueryData({ ...meQuery, retry: false })
    forgetTypingOfOthers(me.user.id)
    return me
  } catch (error) {
    if (isSignedOut(error)) throw redirect({ to: '/sign-in', search: href === '/' ? {} : { next: href } })
    throw error
  }
}

/** Sends on from "/": to the workspace last used, or to open the first. */
export async function goToWorkspace(): Promise<never> {
  const me = await requireMe('/')
  const slug = lastWorkspace(me)
  throw slug ? redirect({ to: '/w/$slug/inbox', params: { slug } }) : redirect({ to: '/workspaces/new' })
}

/** Lets in members of the workspace, where its clock counts; for everybody else it does not exist. */
export async function requireWorkspace(slug: string): Promise<void> {
  try {
    tellTimeOf((await queryClient.ensureQueryData(workspaceQuery(slug))).timezone)
  } catch (error) {
    if (error instanceof Refused && error.status === 404) throw notFound()
    throw error
  }
}

/** Reads ahead what the doors of the installation show. */
export function readInstallation(): void {
  queryClient.prefetchQuery(installationQuery)
}
