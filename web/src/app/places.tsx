import { Link } from '@tanstack/react-router'
import { Inbox, type LucideIcon, Settings, Target, Users } from 'lucide-react'

const look =
  'group relative flex flex-1 flex-col items-center gap-0.5 py-1.5 text-xs font-medium text-ink-soft -outline-offset-2 ' +
  'hover:text-ink data-[status=active]:text-accent-ink md:w-full md:flex-none md:py-1'

/** The places of a workspace. */
export function Places({ slug, waiting }: { slug: string; waiting: number }) {
  return (
    <nav aria-label="Places" className="flex flex-1 md:w-full md:flex-none md:flex-col md:gap-2">
      <Link to="/w/$slug/inbox" params={{ slug }} className={look}>
        <Face icon={Inbox} name="Inbox" />
        {waiting > 0 && (
          <span className="figures absolute top-0.5 left-1/2 ml-1.5 inline-flex h-4.5 min-w-4.5 items-center justify-center rounded-full bg-accent px-1 text-[11px] leading-none font-semibold text-accent-on ring-2 ring-canvas">
            {waiting > 99 ? '99+' : waiting}
            <span className="sr-only"> unread</span>
          </span>
        )}
      </Link>
      <Link to="/w/$slug/contacts" params={{ slug }} className={look}>
        <Face icon={Users} name="Contacts" />
      </Link>
      <Link to="/w/$slug/leads" params={{ slug }} className={look}>
        <Face icon={Target} name="Leads" />
      </Link>
      <Link to="/w/$slug/settings" params={{ slug }} className={look}>
        <Face icon={Settings} name="Settings" />
      </Link>
    </nav>
  )
}

function Face({ icon: Icon, name }: { icon: LucideIcon; name: string }) {
  return (
    <>
      <span className="flex h-8 w-12 items-center justify-center rounded-full transition-colors group-hover:bg-sunken group-data-[status=active]:bg-accent-wash">
        <Icon aria-hidden className="size-5" strokeWidth={1.75} />
      </span>
      {name}
    </>
  )
}
