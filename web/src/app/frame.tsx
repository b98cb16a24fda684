import { useQuery } from '@tanstack/react-query'
import { Outlet, useParams } from '@tanstack/react-router'
import { useEffect } from 'react'
import { ChannelAlarm } from '../features/channels/channel-alarm.tsx'
import { countsQuery } from '../features/conversations/queries.ts'
import { ToastLine } from '../features/conversations/toast-line.tsx'
import { AccountMenu } from '../features/tenancy/account-menu.tsx'
import { rememberWorkspace } from '../features/tenancy/last-workspace.ts'
import { meQuery, workspaceQuery } from '../features/tenancy/queries.ts'
import { WorkspaceSwitcher } from '../features/tenancy/workspace-switcher.tsx'
import { Refused } from '../lib/api.ts'
import { useSlug } from '../lib/use-slug.ts'
import { cx } from '../ui/cx.ts'
import { useWaitingInTitle } from '../ui/use-page-title.ts'
import { CommandPalette } from './command-palette.tsx'
import { NoLongerHere } from './dead-ends.tsx'
import { Keys } from './keys.tsx'
import { Places } from './places.tsx'
import { StatusLine } from './status-line.tsx'
import { useLive } from './use-live.ts'

/** What stands around every page of a workspace: a rail at the left, on a phone a bar at the bottom. */
export function Frame() {
  const slug = useSlug()
  const { conversationId } = useParams({ strict: false })
  const me = useQuery(meQuery).data
  const { data: workspace, error } = useQuery(workspaceQuery(slug))
  const waiting = useQuery(countsQuery(slug)).data?.unread ?? 0
  const isLost = useLive(slug)
  useWaitingInTitle(waiting)
  useEffect(() => rememberWorkspace(slug), [slug])
  if (error instanceof Refused && error.status === 404) return <NoLongerHere />

  return (
    <div className="flex h-dvh flex-col md:flex-row">
      <a
        href="#main"
        className="sr-only z-50 rounded-md bg-accent px-4 py-2 font-medium text-accent-on focus:not-sr-only focus:fixed focus:top-2 focus:left-2"
      >
        Skip to the content
      </a>
      <header
        className={cx(
          'order-last shrink-0 border-line bg-canvas max-md:border-t max-md:pb-[env(safe-area-inset-bottom)]',
          'md:order-first md:flex md:w-18 md:flex-col md:items-center md:border-r md:py-3',
          conversationId && 'max-md:hidden',
        )}
      >
        <div className="hidden md:mb-4 md:block">
          {me && <WorkspaceSwitcher me={me} slug={slug} name={workspace?.name ?? slug} />}
        </div>
        <div className="flex items-center md:min-h-0 md:w-full md:flex-1 md:flex-col">
          <Places slug={slug} waiting={waiting} />
          <div className="flex items-center gap-1 px-2 md:mt-auto md:px-0">
            <div className="md:hidden">
              {me && <WorkspaceSwitcher me={me} slug={slug} name={workspace?.name ?? slug} />}
            </div>
            {me && <AccountMenu user={me.user} align="end" />}
          </div>
        </div>
      </header>
      <div className="flex min-h-0 min-w-0 flex-1 flex-col">
        <StatusLine isLost={isLost} />
        <Keys slug={slug} />
        <CommandPalette slug={slug} />
        <ToastLine />
        <ChannelAlarm slug={slug} />
        <main id="main" tabIndex={-1} className="min-h-0 flex-1 outline-none">
          <Outlet />
        </main>
      </div>
    </div>
  )
}
