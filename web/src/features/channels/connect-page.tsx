import { useState } from 'react'
import type { Channel, NewChannel } from '../../lib/api-types.ts'
import { useSlug } from '../../lib/use-slug.ts'
import { SettingsPage } from '../../ui/settings-page.tsx'
import { usePageTitle } from '../../ui/use-page-title.ts'
import { BackToChannels } from './back-to-channels.tsx'
import { ConnectForm } from './connect-form.tsx'
import { useConnectChannel } from './use-channel-acts.ts'
import { WebhookSteps } from './webhook-steps.tsx'

interface Connected {
  channel: Channel
  verifyToken: string
}

/** Connecting a WhatsApp number in two moves: tell us about it, then tell Meta about us. */
export function ConnectPage() {
  usePageTitle('Connect WhatsApp')
  const slug = useSlug()
  const connect = useConnectChannel(slug)
  const [connected, setConnected] = useState<Connected | null>(null)

  const submit = (wish: NewChannel) =>
    connect.mutate(wish, {
      onSuccess: (channel) => setConnected({ channel, verifyToken: wish.credentials.verifyToken }),
    })

  if (connected) {
    return (
      <SettingsPage
        title="Now tell Meta where to send messages"
        intro={`${connected.channel.name} is stored. One step at Meta is left.`}
      >
        <WebhookSteps slug={slug} {...connected} />
      </SettingsPage>
    )
  }
  return (
    <SettingsPage
      title="Connect WhatsApp"
      intro="You need a number on the WhatsApp Business Platform. Everything asked for here stands in the app’s settings at developers.facebook.com."
      back={<BackToChannels slug={slug} />}
    >
      <ConnectForm error={connect.error} busy={connect.isPending} onSubmit={submit} />
    </SettingsPage>
  )
}
