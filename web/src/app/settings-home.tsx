import { Link, Navigate } from '@tanstack/react-router'
import { ChevronRight } from 'lucide-react'
import { useId } from 'react'
import { useMedia } from '../lib/use-media.ts'
import { useSlug } from '../lib/use-slug.ts'
import { SettingsPage } from '../ui/settings-page.tsx'
import { usePageTitle } from '../ui/use-page-title.ts'
import { useSettingsGroups } from './settings-places.ts'

/** /w/{slug}/settings: the list of all settings. Where there is room to show that beside a page, the first page. */
export function SettingsHome() {
  usePageTitle('Settings')
  const slug = useSlug()
  const hasRoom = useMedia('(min-width: 48rem)')
  const groups = useSettingsGroups()
  const id = useId()
  if (hasRoom) return <Navigate replace to="/w/$slug/settings/channels" params={{ slug }} />
  return (
    <SettingsPage title="Settings">
      <nav aria-label="Settings" className="flex flex-col gap-6">
        {groups.map(({ name, places }) => (
          <div key={name}>
            <p id={`${id} ${name}`} className="mb-1 text-xs font-medium text-ink-soft">
              {name}
            </p>
            <ul aria-labelledby={`${id} ${name}`} className="divide-y divide-line border-y border-line">
              {places.map((place) => (
                <li key={place.to}>
                  <Link to={place.to} params={{ slug }} className="flex items-center gap-3 py-3">
                    <place.icon aria-hidden className="size-5 shrink-0 text-ink-soft" strokeWidth={1.75} />
                    <span className="min-w-0 flex-1">
                      <span className="block font-medium">{place.name}</span>
                      <span className="block text-xs text-ink-soft">{place.words}</span>
                    </span>
                    <ChevronRight aria-hidden className="size-4 shrink-0 text-ink-soft" />
                  </Link>
                </li>
              ))}
            </ul>
          </div>
        ))}
      </nav>
    </SettingsPage>
  )
}
