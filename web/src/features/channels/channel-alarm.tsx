import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { TriangleAlert } from 'lucide-react'
import type { Channel } from '../../lib/api-types.ts'
import { buttonClass } from '../../ui/button.tsx'
import { channelsQuery, healthQuery } from './queries.ts'
import { statusWords } from './status-words.ts'

/** Across the top of every page while somebody must act for a number to work. */
export function ChannelAlarm({ slug }: { slug: string }) {
  const channels = useQuery(channelsQuery(slug)).data ?? []
  const channel = channels.find(isStopped) ?? channels.find(isAiling)
  if (!channel) return null
  return (
    <section
      aria-label="Needs attention"
      className="flex shrink-0 flex-wrap items-center gap-x-3 gap-y-1 border-b border-line bg-red-wash px-4 py-1.5"
    >
      <p className="flex min-w-0 flex-1 items-start gap-2 text-red">
        <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
        <span>{isStopped(channel) ? stopped(channel) : <WorstFinding slug={slug} channel={channel} />}</span>
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

function isStopped({ status, statusReason }: Channel): boolean {
  return status === 'reauth_required' || (status === 'paused' && statusReason !== null)
}

/** A number that was never heard of is still being set up: its own page says what is missing. */
function isAiling({ status, health, lastEventAt }: Channel): boolean {
  return status === 'connected' && health === 'bad' && lastEventAt !== null
}

function stopped(channel: Channel): string {
  return `Nothing can be sent from ${channel.name}. ${statusWords(channel).meaning}`
}

function WorstFinding({ slug, channel }: { slug: string; channel: Channel }) {
  const { data: health } = useQuery(healthQuery(slug, channel.id))
  const worst = health?.findings.find(({ state }) => state === 'bad')
  return `${channel.name}: ${worst?.message ?? statusWords(channel).meaning}`
}
