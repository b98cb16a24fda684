import type { Channel, ChannelFinding } from '../../lib/api-types.ts'
import { Button } from '../../ui/button.tsx'
import { RotateSecret } from './rotate-secret.tsx'
import { useSubscribe } from './use-channel-acts.ts'

interface RemedyProps {
  slug: string
  channel: Channel
  finding: ChannelFinding
}

/** What can be done about a finding at once, from where one stands. */
export function Remedy({ slug, channel, finding }: RemedyProps) {
  switch (finding.act) {
    case 'subscribe':
      return <SubscribeNow slug={slug} channel={channel} label="Subscribe now" />
    case 'set_webhook':
      return <SubscribeNow slug={slug} channel={channel} label="Set it at Twilio" />
    case 'replace_token':
      return (
        <Button size="small" className="mt-2" onClick={goToToken}>
          Enter a new token
        </Button>
      )
    case 'replace_secret':
      return (
        <div className="mt-2">
          <RotateSecret slug={slug} channel={channel} secret="appSecret" size="small" />
        </div>
      )
    case null:
      return null
  }
}

function SubscribeNow({ slug, channel, label }: Omit<RemedyProps, 'finding'> & { label: string }) {
  const subscribe = useSubscribe(slug, channel.id)
  return (
    <div className="mt-2">
      <Button size="small" busy={subscribe.isPending} onClick={() => subscribe.mutate()}>
        {label}
      </Button>
      {subscribe.error && (
        <p role="alert" className="mt-1 text-xs text-red">
          {subscribe.error.message}
        </p>
      )}
    </div>
  )
}

function goToToken() {
  document
    .querySelector<HTMLInputElement>('input[name="credentials.accessToken"], input[name="credentials.authToken"]')
    ?.focus()
}
