import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { Channel } from '../../lib/api-types.ts'
import { buttonClass } from '../../ui/button.tsx'
import { CopyField } from '../../ui/copy-field.tsx'
import { ChannelStatus } from './channel-status.tsx'
import { channelQuery } from './queries.ts'

interface WebhookStepsProps {
  slug: string
  channel: Channel
  verifyToken: string
}

/** What to do at Meta, with what to paste there, and whether it has worked. */
export function WebhookSteps({ slug, channel, verifyToken }: WebhookStepsProps) {
  const current = useQuery(channelQuery(slug, channel.id)).data ?? channel
  return (
    <div className="flex flex-col gap-6">
      <ol className="flex flex-col gap-6">
        <Step number={1} title="Open the webhook settings">
          At developers.facebook.com open your app, then WhatsApp → Configuration, and press Edit beside “Webhook”.
        </Step>
        <Step number={2} title="Paste these two">
          <div className="mt-3 flex flex-col gap-4">
            <CopyField label="Callback URL" value={channel.webhookUrl} />
            <CopyField label="Verify token" value={verifyToken} />
          </div>
          <p className="mt-2 text-xs">The verify token is not shown again; you can replace it later.</p>
        </Step>
        <Step number={3} title="Verify and save, then subscribe to “messages”">
          In the list of webhook fields below, switch on “messages”. With “account_update” and
          “phone_number_quality_update” you also learn at once when Meta restricts the number.
        </Step>
        <Step number={4} title="Send a message to the number">
          Write to {channel.address} from your own phone: it appears in the inbox.
        </Step>
      </ol>
      <div className="flex flex-wrap items-center justify-between gap-3 border-t border-line pt-5">
        <span aria-live="polite">
          <ChannelStatus channel={current} />
        </span>
        <div className="flex gap-2">
          <Link to="/w/$slug/settings/channels" params={{ slug }} className={buttonClass('plain')}>
            All channels
          </Link>
          <Link to="/w/$slug/inbox" params={{ slug }} className={buttonClass('primary')}>
            Go to the inbox
          </Link>
        </div>
      </div>
    </div>
  )
}

function Step({ number, title, children }: { number: number; title: string; children: ReactNode }) {
  return (
    <li className="flex gap-4">
      <span
        aria-hidden
        className="figures flex size-7 shrink-0 items-center justify-center rounded-full bg-accent-wash text-sm font-semibold text-accent-ink"
      >
        {number}
      </span>
      <div className="min-w-0 flex-1 pt-1 text-sm text-ink-soft">
        <h2 className="mb-1 font-semibold text-ink">{title}</h2>
        {children}
      </div>
    </li>
  )
}
