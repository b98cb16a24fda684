import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Bookmark, Inbox, MessageCircle, Settings, ShieldCheck, Tag, Users } from 'lucide-react'
import { filtersOfView } from '../features/conversations/filters.ts'
import { viewsQuery } from '../features/conversations/queries.ts'
import type { Command } from '../features/palette/command.ts'

const group = 'Go to'

/** The pages of a workspace, its settings and its views. */
export function usePlaceCommands(slug: string): Command[] {
  const navigate = useNavigate()
  const views = useQuery(viewsQuery(slug)).data ?? []
  const params = { slug }
  return [
    { id: 'inbox', words: 'Inbox', icon: Inbox, shortcut: 'inbox' as const, to: '/w/$slug/inbox' as const },
    { id: 'contacts', words: 'Contacts', icon: Users, to: '/w/$slug/contacts' as const },
    { id: 'channels', words: 'Settings: Channels', icon: MessageCircle, to: '/w/$slug/settings/channels' as const },
    { id: 'members', words: 'Settings: Members', icon: Settings, to: '/w/$slug/settings/members' as const },
    {
      id: 'consent',
      words: 'Settings: Consent & quiet hours',
      icon: ShieldCheck,
      to: '/w/$slug/settings/consent' as const,
    },
    { id: 'labels', words: 'Settings: Labels', icon: Tag, to: '/w/$slug/settings/labels' as const },
  ]
    .map(({ to, ...place }): Command => ({ ...place, group, run: () => navigate({ to, params }) }))
    .concat(
      views.map((view) => ({
        ...{ id: `view ${view.id}`, group: 'Views', words: view.name, icon: Bookmark },
        run: () => navigate({ to: '/w/$slug/inbox', params, search: filtersOfView(view) }),
      })),
    )
}
