import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { channelsQuery } from '../features/channels/queries.ts'
import { PersonFact, PersonPanel } from '../features/contacts/person-panel.tsx'
import { filtersFrom } from '../features/conversations/filters.ts'
import { FirstUse } from '../features/conversations/first-use.tsx'
import { Inbox } from '../features/conversations/inbox.tsx'
import { installationQuery, membersQuery, workspaceQuery } from '../features/tenancy/queries.ts'
import type { Channel, Conversation } from '../lib/api-types.ts'
import { useSlug } from '../lib/use-slug.ts'

/** The inbox, with what other features know of people, numbers and colleagues. */
export function InboxPage() {
  const slug = useSlug()
  const { conversationId } = useParams({ strict: false })
  const filters = filtersFrom(useSearch({ strict: false }))
  const navigate = useNavigate()
  const workspace = useQuery(workspaceQuery(slug)).data
  const members = useQuery(membersQuery(slug)).data ?? []
  const channels = useQuery(channelsQuery(slug)).data
  const installation = useQuery(installationQuery).data

  return (
    <Inbox
      slug={slug}
      conversationId={conversationId}
      filters={filters}
      members={members}
      memberId={workspace?.me.memberId}
      channels={channels}
      firstUse={
        <FirstUse
          slug={slug}
          channels={channels}
          installation={installation}
          mayConnect={workspace?.me.permissions.includes('channels.connect') ?? true}
        />
      }
      renderPerson={(conversation) => (
        <PersonPanel
          slug={slug}
          contactId={conversation.contact.id}
          more={<Through channel={channelOf(conversation, channels)} />}
        />
      )}
      onFilters={(change) => navigate({ to: '.', search: (kept) => change(filtersFrom(kept)), replace: true })}
    />
  )
}

function Through({ channel }: { channel: Channel | undefined }) {
  if (!channel) return null
  return (
    <PersonFact name="Writes to">
      {channel.name} <span className="figures text-ink-soft">{channel.address}</span>
    </PersonFact>
  )
}

const channelOf = (conversation: Conversation, channels: Channel[] | undefined) =>
  channels?.find((channel) => channel.id === conversation.channelId)
