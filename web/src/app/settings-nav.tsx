import { Link } from '@tanstack/react-router'
import { ArrowLeft } from 'lucide-react'
import { useId } from 'react'
import { useSlug } from '../lib/use-slug.ts'
import { useSettingsGroups } from './settings-places.ts'

/** The way to the other settings: a column of all beside the page; on a phone, back to the list of them. */
export function SettingsNav() {
  const slug = useSlug()
  const groups = useSettingsGroups()
  const id = useId()
  return (
    <>
      <Link
        to="/w/$slug/settings"
        params={{ slug }}
        className="inline-flex items-center gap-1.5 rounded-sm text-sm text-ink-soft hover:text-ink md:hidden"
      >
        <ArrowLeft aria-hidden className="size-4" />
        All settings
      </Link>
      <nav aria-label="Settings" className="flex flex-col gap-5 max-md:hidden">
        {groups.map(({ name, places }) => (
          <div key={name}>
            <p id={`${id} ${name}`} className="px-2.5 text-xs font-medium text-ink-soft">
              {name}
            </p>
            <ul aria-labelledby={`${id} ${name}`} className="mt-1">
              {places.map((place) => (
                <li key={place.to}>
                  <Link
                    to={place.to}
                    params={{ slug }}
                    className="block rounded-md px-2.5 py-1.5 text-sm hover:bg-sunken data-[status=active]:bg-accent-wash data-[status=active]:font-medium data-[status=active]:text-accent-ink"
                  >
                    {place.name}
                  </Link>
                </li>
              ))}
            </ul>
          </div>
        ))}
      </nav>
    </>
  )
}
