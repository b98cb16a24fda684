import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { MailX } from 'lucide-react'
import { Refused } from '../../lib/api.ts'
import type { InvitationLetter, Me } from '../../lib/api-types.ts'
import { Broken } from '../../ui/broken.tsx'
import { Button, buttonClass } from '../../ui/button.tsx'
import { Empty } from '../../ui/empty.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { usePageTitle } from '../../ui/use-page-title.ts'
import { When } from '../../ui/when.tsx'
import { Door } from './door.tsx'
import { letterQuery, visitorQuery } from './queries.ts'
import { useAcceptInvitation } from './use-accept-invitation.ts'
import { useSignOut } from './use-sign-out.ts'

/** Where an invitation's link leads: who invites, and the way in. */
export function InvitePage({ token }: { token: string }) {
  usePageTitle('Invitation')
  const letter = useQuery(letterQuery(token))
  const visitor = useQuery(visitorQuery)

  const error = letter.error ?? visitor.error
  if (error) return <Unusable error={error} onRetry={() => Promise.all([letter.refetch(), visitor.refetch()])} />
  if (!letter.data || visitor.data === undefined)
    return (
      <Door title="You are invited">
        <div role="status" aria-label="Loading the invitation" className="flex flex-col gap-3">
          <Skeleton className="h-5 w-64" />
          <Skeleton className="h-10 w-full" />
        </div>
      </Door>
    )

  const { workspace, invitedBy, role, expiresAt } = letter.data
  return (
    <Door
      title={`Join ${workspace.name}`}
      intro={`${invitedBy.name} invites you to work here ${asRole[role]}.`}
      below={
        <>
          The invitation is for one person and holds until <When at={expiresAt} spoken />.
        </>
      }
    >
      {visitor.data ? <Accept token={token} user={visitor.data.user} /> : <SignInFirst token={token} />}
    </Door>
  )
}

const asRole: Readonly<Record<InvitationLetter['role'], string>> = {
  owner: 'as an owner',
  manager: 'as a manager',
  staff: 'as one of the staff',
}

function Accept({ token, user }: { token: string; user: Me['user'] }) {
  const accept = useAcceptInvitation(token)
  const signOut = useSignOut(`/invite/${token}`)
  return (
    <div className="flex flex-col gap-3">
      {accept.error && (
        <p role="alert" className="rounded-md bg-red-wash px-3 py-2 text-sm text-red">
          {accept.error.message}
        </p>
      )}
      <Button tone="primary" busy={accept.isPending || accept.isSuccess} onClick={() => accept.mutate()}>
        Accept as {user.name}
      </Button>
      <p className="text-sm text-ink-soft">
        You are signed in as {user.email}.{' '}
        <button type="button" className="font-medium text-accent-ink underline" onClick={() => signOut.mutate()}>
          Use another account
        </button>
      </p>
    </div>
  )
}

function SignInFirst({ token }: { token: string }) {
  const search = { next: `/invite/${token}` }
  return (
    <div className="flex flex-col gap-3">
      <Link to="/sign-up" search={search} className={buttonClass('primary')}>
        Create an account and join
      </Link>
      <Link to="/sign-in" search={search} className={buttonClass('plain')}>
        I have an account: sign in
      </Link>
    </div>
  )
}

function Unusable({ error, onRetry }: { error: Error; onRetry: () => void }) {
  const isGone = error instanceof Refused && error.status === 404
  return (
    <main>
      {isGone ? (
        <Empty
          icon={MailX}
          level={1}
          title="This invitation can’t be used"
          action={
            <Link to="/" className={buttonClass('plain')}>
              Go to Frontdesk
            </Link>
          }
        >
          It was used already, taken back, or is too old. Ask whoever invited you for a new one.
        </Empty>
      ) : (
        <Broken title="The invitation could not be loaded" error={error} onRetry={onRetry} />
      )}
    </main>
  )
}
