import { useQuery } from '@tanstack/react-query'
import { UserPlus } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { useSlug } from '../../../lib/use-slug.ts'
import { Broken } from '../../../ui/broken.tsx'
import { Button } from '../../../ui/button.tsx'
import { RowsSkeleton } from '../../../ui/rows-skeleton.tsx'
import { SettingsPage } from '../../../ui/settings-page.tsx'
import { usePageTitle } from '../../../ui/use-page-title.ts'
import { membersQuery, workspaceQuery } from '../queries.ts'
import { useMay } from '../use-may.ts'
import { HandOverForm } from './hand-over-form.tsx'
import { InvitePanel } from './invite-panel.tsx'
import { MemberRow } from './member-row.tsx'
import { PendingInvitations } from './pending-invitations.tsx'
import { PermissionMatrix } from './permission-matrix.tsx'

/** Who works here, under which role, and who is still to come. */
export function MembersPage({ nav }: { nav: ReactNode }) {
  usePageTitle('Members')
  const slug = useSlug()
  const may = useMay()
  const members = useQuery(membersQuery(slug))
  const me = useQuery(workspaceQuery(slug)).data?.me
  const [isInviting, setInviting] = useState(false)
  const others = members.data?.filter(({ id }) => id !== me?.memberId) ?? []

  return (
    <SettingsPage
      title="Members"
      nav={nav}
      intro={
        may('members.invite')
          ? 'The people who work here.'
          : 'The people who work here. An owner or a manager can invite more and change roles.'
      }
      action={
        may('members.invite') && !isInviting ? (
          <Button tone="primary" onClick={() => setInviting(true)}>
            <UserPlus aria-hidden className="size-4" />
            Invite somebody
          </Button>
        ) : null
      }
    >
      {isInviting && <InvitePanel slug={slug} onDone={() => setInviting(false)} />}
      {members.isPending && <RowsSkeleton label="Loading members" />}
      {members.error && !members.data && (
        <Broken title="The members could not be loaded" error={members.error} onRetry={() => members.refetch()} />
      )}
      {members.data && (
        <ul aria-label="Members" className="divide-y divide-line border-y border-line">
          {members.data.map((member) => (
            <MemberRow key={member.id} slug={slug} member={member} isMe={member.id === me?.memberId} />
          ))}
        </ul>
      )}
      {may('members.invite') && <PendingInvitations slug={slug} />}
      {may('members.change-owners') && others.length > 0 && <HandOverForm slug={slug} others={others} />}
      <PermissionMatrix slug={slug} />
    </SettingsPage>
  )
}
