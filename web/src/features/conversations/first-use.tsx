import { Link } from '@tanstack/react-router'
import { Inbox, MessageCircle, Smartphone } from 'lucide-react'
import type { Channel, Installation } from '../../lib/api-types.ts'
import { buttonClass } from '../../ui/button.tsx'
import { Empty } from '../../ui/empty.tsx'

interface FirstUseProps {
  slug: string
  channels: Channel[] | undefined
  installation: Installation | undefined
  mayConnect: boolean
}

/** The inbox before anybody wrote: the one step that comes next. */
export function FirstUse({ slug, channels, installation, mayConnect }: FirstUseProps) {
  if (!channels) return null
  if (channels.length === 0) {
    return (
      <Empty
        icon={MessageCircle}
        title="Connect your WhatsApp number"
        action={
          mayConnect && (
            <Link to="/w/$slug/settings/channels/new" params={{ slug }} className={buttonClass('primary')}>
              Connect WhatsApp
            </Link>
          )
        }
      >
        {mayConnect
          ? 'Then everything customers write appears here, for the whole team.'
          : 'An owner or a manager of this business can do it under Settings.'}
      </Empty>
    )
  }
  if (installation?.simulator) {
    return (
      <Empty
        icon={Smartphone}
        title="Nobody has written yet"
        action={
          <a href="/simulator" target="_blank" rel="noreferrer" className={buttonClass('primary')}>
            Open the customer’s phone
          </a>
        }
      >
        Play a customer on the demo’s phone: what you write there appears here by itself.
      </Empty>
    )
  }
  return (
    <Empty icon={Inbox} title="All quiet">
      Nobody is waiting. New messages to {channels[0]?.address} appear here by themselves.
    </Empty>
  )
}
