import { Link } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { useMay } from '../features/tenancy/use-may.ts'
import { useSlug } from '../lib/use-slug.ts'

const look =
  '-mb-px border-b-2 border-transparent px-1 py-2 whitespace-nowrap text-sm font-medium text-ink-soft hover:text-ink ' +
  'data-[status=active]:border-accent data-[status=active]:text-ink'

/** The parts of the settings, above each of them. */
export function SettingsNav() {
  const slug = useSlug()
  const may = useMay()
  const nav = useRef<HTMLElement>(null)
  useEffect(() => {
    const here = nav.current?.querySelector('[data-status=active]')
    here?.scrollIntoView({ block: 'nearest', inline: 'center' })
  }, [])
  return (
    <nav
      ref={nav}
      aria-label="Settings"
      className="mb-6 flex gap-5 overflow-x-auto overflow-y-hidden border-b border-line"
    >
      <Link to="/w/$slug/settings/channels" params={{ slug }} className={look}>
        Channels
      </Link>
      <Link to="/w/$slug/settings/members" params={{ slug }} className={look}>
        Members
      </Link>
      <Link to="/w/$slug/settings/templates" params={{ slug }} className={look}>
        Templates
      </Link>
      <Link to="/w/$slug/settings/labels" params={{ slug }} className={look}>
        Labels
      </Link>
      <Link to="/w/$slug/settings/contact-fields" params={{ slug }} className={look}>
        Contact fields
      </Link>
      <Link to="/w/$slug/settings/consent" params={{ slug }} className={look}>
        Consent
      </Link>
      {may('tokens.read') && (
        <Link to="/w/$slug/settings/tokens" params={{ slug }} className={look}>
          API tokens
        </Link>
      )}
      {may('audit.read') && (
        <Link to="/w/$slug/settings/audit" params={{ slug }} className={look}>
          Audit log
        </Link>
      )}
    </nav>
  )
}
