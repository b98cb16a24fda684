import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { ChevronRight, MessageCircle, Plus } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Channel } from '../../lib/api-types.ts'
import { useSlug } from '../../lib/use-slug.ts'
import { Broken } from '../../ui/broken.tsx'
import { buttonClass } from '../../ui/button.tsx'
import { Empty } from '../../ui/empty.tsx'
import { SettingsPage } from '../../ui/settings-page.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { usePageTitle } from '../../ui/use-page-title.ts'
import { When } from '../../ui/when.tsx'
import { ChannelStatus } from './channel-status.tsx'
import { channelsQuery } from './queries.ts'
import { statusWords } from './status-words.ts'

/** The numbers this business writes from, and how each of them is doing. */
export function ChannelsPage({ mayConnect, nav }: { mayConnect: boolean; nav: ReactNode }) {
  usePageTitle('Channels')
  const slug = useSlug()
  const channels = useQuery(channelsQuery(slug))

  return (
    <SettingsPage
      title="Channels"
      nav={nav}
      intro="The numbers your customers write to."
      action={mayConnect && channels.data?.length ? <ConnectLink slug={slug} /> : null}
    >
      {channels.isPending && <ChannelsSkeleton />}
      {channels.error && !channels.data && (
        <Broken title="The channels could not be loaded" error={channels.error} onRetry={() => channels.refetch()} />
      )}
      {channels.data?.length === 0 && (
        <Empty
          icon={MessageCircle}
          title={mayConnect ? 'Connect your number' : 'No number is connected'}
          action={mayConnect && <ConnectLink slug={slug} />}
        >
          {mayConnect
            ? 'Customers’ messages then arrive in the inbox, and whoever is free answers them.'
            : 'An owner or a manager of this business can connect one.'}
        </Empty>
      )}
      {channels.data && channels.data.length > 0 && (
        <ul className="divide-y divide-line border-y border-line">
          {channels.data.map((channel) => (
            <ChannelRow key={channel.id} slug={slug} channel={channel} />
          ))}
        </ul>
      )}
    </SettingsPage>
  )
}

function ConnectLink({ slug }: { slug: string }) {
  return (
    <Link to="/w/$slug/settings/channels/new" params={{ slug }} className={buttonClass('primary')}>
      <Plus aria-hidden className="size-4" />
      Connect a number
    </Link>
  )
}

function ChannelRow({ slug, channel }: { slug: string; channel: Channel }) {
  return (
    <li>
      <Link
        to="/w/$slug/settings/channels/$channelId"
        params={{ slug, channelId: channel.id }}
        className="-mx-2 flex items-center gap-4 rounded-md px-2 py-4 hover:bg-sunken"
      >
        <span className="min-w-0 flex-1">
          <span className="flex flex-wrap items-baseline gap-x-3">
            <span className="font-semibold">{channel.name}</span>
            <span className="figures text-ink-soft">{channel.address}</span>
          </span>
          <span className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-1">
            <ChannelStatus channel={channel} />
            <span className="text-xs text-ink-soft">
              {channel.status === 'connected' && channel.health !== 'bad' && channel.lastEventAt ? (
                <>
                  Last heard from <When at={channel.lastEventAt} spoken />
                </>
              ) : (
                statusWords(channel).meaning
              )}
            </span>
          </span>
        </span>
        <ChevronRight aria-hidden className="size-4 shrink-0 text-ink-soft" />
      </Link>
    </li>
  )
}

function ChannelsSkeleton() {
  return (
    <div role="status" aria-label="Loading channels" className="divide-y divide-line border-y border-line">
      {[0, 1].map((row) => (
        <div key={row} className="flex flex-col gap-2 py-4">
          <Skeleton className="h-5 w-56" />
          <Skeleton className="h-4 w-72" />
        </div>
      ))}
    </div>
  )
}
