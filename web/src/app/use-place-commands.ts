import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Bookmark, Inbox, Target, Users } from 'lucide-react'
import { filtersOfView } from '../features/conversations/filters.ts'
import { viewsQuery } from '../features/conversations/queries.ts'
import type { Command } from '../features/palette/command.ts'
import { useSettingsGroups } from './settings-places.ts'

const group = 'Go to'

/** The pages of a workspace, its settings and its views. */
export function usePlaceCommands(slug: string): Command[] {
  const navigate = useNavigate()
  const views = useQuery(viewsQuery(slug)).data ?? []
  const settings = useSettingsGroups().flatMap(({ places }) => places)
  const params = { slug }
  return [
    { id: 'inbox', words: 'Inbox', icon: Inbox, shortcut: 'inbox' as const, to: '/w/$slug/inbox' as const },
    { id: 'contacts', words: 'Contacts', icon: Users, to: '/w/$slug/contacts' as const },
    { id: 'leads', words: 'Leads', icon: Target, to: '/w/$slug/leads' as const },
    ...settings.map(({ to, name, icon }) => ({ id: to, words: `Settings: ${name}`, icon, to })),
  ]
    .map(({ to, ...place }): Command => ({ ...place, group, run: () => navigate({ to, params }) }))
    .concat(
      views.map((view) => ({
        ...{ id: `view ${view.id}`, group: 'Views', words: view.name, icon: Bookmark },
        run: () => navigate({ to: '/w/$slug/inbox', params, search: filtersOfView(view) }),
      })),
    )
}
