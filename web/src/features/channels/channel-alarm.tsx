import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { TriangleAlert } from 'lucide-react'
import { buttonClass } from '../../ui/button.tsx'
import { channelsQuery } from './queries.ts'
import { statusWords } from './status-words.ts'

/** Across the top of every page while a number can't send because somebody must act. */
export function ChannelAlarm({ slug }: { slug: string }) {
  const channel = useQuery(channelsQuery(slug)).data?.find(({ status }) => status === 'reauth_required')
  if (!channel) return null
  return (
    <section
      aria-label="Needs attention"
      className="flex shrink-0 flex-wrap items-center gap-x-3 gap-y-1 border-b border-line bg-red-wash px-4 py-1.5"
    >
      <p className="flex min-w-0 flex-1 items-start gap-2 text-red">
        <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
        <span>
          Nothing can be sent from {channel.name}. {statusWords(channel).meaning}
        </span>
      </p>
      <Link
        to="/w/$slug/settings/channels/$channelId"
        params={{ slug, channelId: channel.id }}
        className={buttonClass('plain', 'small')}
      >
        Repair
      </Link>
    </section>
  )
}
