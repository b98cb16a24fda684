import { Link } from '@tanstack/react-router'
import { useSlug } from '../lib/use-slug.ts'

const look =
  '-mb-px border-b-2 border-transparent px-1 py-2 text-sm font-medium text-ink-soft hover:text-ink ' +
  'data-[status=active]:border-accent data-[status=active]:text-ink'

/** The parts of the settings, above each of them. */
export function SettingsNav() {
  const slug = useSlug()
  return (
    <nav aria-label="Settings" className="mb-6 flex gap-5 border-b border-line">
      <Link to="/w/$slug/settings/channels" params={{ slug }} className={look}>
        Channels
      </Link>
      <Link to="/w/$slug/settings/members" params={{ slug }} className={look}>
        Members
      </Link>
    </nav>
  )
}
