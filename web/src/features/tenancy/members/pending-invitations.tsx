import { useQuery } from '@tanstack/react-query'
import type { Invitation } from '../../../lib/api-types.ts'
import { Broken } from '../../../ui/broken.tsx'
import { Button } from '../../../ui/button.tsx'
import { When } from '../../../ui/when.tsx'
import { invitationsQuery } from '../queries.ts'
import { roleWords } from './role-words.ts'
import { useRevoke } from './use-member-acts.ts'

/** Links that are out and not used; none, no section. */
export function PendingInvitations({ slug }: { slug: string }) {
  const invitations = useQuery(invitationsQuery(slug))
  if (invitations.error && !invitations.data)
    return (
      <Broken
        title="The invitations could not be loaded"
        error={invitations.error}
        onRetry={() => invitations.refetch()}
      />
    )
  if (!invitations.data?.length) return null
  return (
    <section aria-labelledby="pending" className="mt-10">
      <h2 id="pending" className="mb-2 text-base font-semibold">
        Invited, not here yet
      </h2>
      <ul className="divide-y divide-line border-y border-line">
        {invitations.data.map((invitation) => (
          <PendingRow key={invitation.id} slug={slug} invitation={invitation} />
        ))}
      </ul>
    </section>
  )
}

function PendingRow({ slug, invitation }: { slug: string; invitation: Invitation }) {
  const revoke = useRevoke(slug, invitation.id)
  const whom = invitation.email ?? 'Whoever has the link'
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 py-3">
      <div className="min-w-40 flex-1">
        <div className="truncate font-medium">{whom}</div>
        <div className="text-sm text-ink-soft">
          {roleWords[invitation.role]}, invited by {invitation.invitedBy.name} <When at={invitation.createdAt} spoken />
        </div>
      </div>
      {invitation.status === 'expired' && <span className="text-sm text-amber">Expired</span>}
      <Button
        size="small"
        busy={revoke.isPending}
        aria-label={`Take back the invitation of ${whom}`}
        onClick={() => revoke.mutate()}
      >
        Take back
      </Button>
      {revoke.error && (
        <p role="alert" className="w-full text-xs text-red">
          {revoke.error.message}
        </p>
      )}
    </li>
  )
}
