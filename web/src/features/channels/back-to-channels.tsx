import { Link } from '@tanstack/react-router'
import { ArrowLeft } from 'lucide-react'

/** The way back to the list of channels. */
export function BackToChannels({ slug }: { slug: string }) {
  return (
    <Link
      to="/w/$slug/settings/channels"
      params={{ slug }}
      className="inline-flex items-center gap-1.5 rounded-sm text-sm text-ink-soft hover:text-ink"
    >
      <ArrowLeft aria-hidden className="size-4" />
      Channels
    </Link>
  )
}
