import { useQuery } from '@tanstack/react-query'
import type { Invitation } from '../../../lib/api-types.ts'
import { Broken } from '../../../ui/broken.tsx'
import { Button } from '../../../ui/button.tsx'
import { CopyField } from '../../../ui/copy-field.tsx'
import { When } from '../../../ui/when.tsx'
import { invitationsQuery } from '../queries.ts'
import { roleWords } from './role-words.ts'
import { useRenew, useRevoke } from './use-member-acts.ts'

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
  const renew = useRenew(slug, invitation.id)
  const error = revoke.error ?? renew.error
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
      <div className="flex gap-2 max-sm:w-full max-sm:justify-end">
        <Button size="small" busy={renew.isPending} aria-label={`New link for ${whom}`} onClick={() => renew.mutate()}>
          New link
        </Button>
        <Button
          size="small"
          busy={revoke.isPending}
          aria-label={`Take back the invitation of ${whom}`}
          onClick={() => revoke.mutate()}
        >
          Take back
        </Button>
      </div>
      {renew.data?.link && (
        <div className="w-full">
          <CopyField label="New invitation link" value={renew.data.link} />
          <p className="mt-1 text-xs text-ink-soft">It is shown only now. The link sent before no longer works.</p>
        </div>
      )}
      {error && (
        <p role="alert" className="w-full text-xs text-red">
          {error.message}
        </p>
      )}
    </li>
  )
}
