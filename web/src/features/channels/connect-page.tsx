import { useNavigate } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import type { Channel, NewChannel } from '../../lib/api-types.ts'
import { useSlug } from '../../lib/use-slug.ts'
import { SettingsPage } from '../../ui/settings-page.tsx'
import { usePageTitle } from '../../ui/use-page-title.ts'
import { BackToChannels } from './back-to-channels.tsx'
import { ConnectForm } from './connect-form.tsx'
import { ConnectSmsForm } from './connect-sms-form.tsx'
import { type ConnectableKind, KindChooser } from './kind-chooser.tsx'
import { useConnectChannel } from './use-channel-acts.ts'
import { WebhookSteps } from './webhook-steps.tsx'

interface Connected {
  channel: Channel
  verifyToken: string
}

const words = {
  whatsapp_cloud: {
    title: 'Connect WhatsApp',
    intro:
      'You need a number on the WhatsApp Business Platform. Everything asked for here stands in the app’s settings at developers.facebook.com.',
  },
  sms: {
    title: 'Connect SMS',
    intro:
      'You need a Twilio account with a number that carries texts. Everything asked for here stands in its console.',
  },
}

/** Connecting a number in two moves: tell us about it, then tell its provider about us. */
export function ConnectPage({ nav }: { nav: ReactNode }) {
  const slug = useSlug()
  const connect = useConnectChannel(slug)
  const navigate = useNavigate()
  const [kind, setKind] = useState<ConnectableKind>('whatsapp_cloud')
  const [connected, setConnected] = useState<Connected | null>(null)
  usePageTitle(words[kind].title)

  const submit = (wish: NewChannel) =>
    connect.mutate(wish, {
      onSuccess: (channel) =>
        wish.kind === 'whatsapp_cloud'
          ? setConnected({ channel, verifyToken: wish.credentials.verifyToken })
          : // Its page has the one step that is left, with a button that does it.
            navigate({ to: '/w/$slug/settings/channels/$channelId', params: { slug, channelId: channel.id } }),
    })
  const choose = (chosen: ConnectableKind) => {
    connect.reset()
    setKind(chosen)
  }

  if (connected) {
    return (
      <SettingsPage
        nav={nav}
        title="Now tell Meta where to send messages"
        intro={`${connected.channel.name} is stored. One step at Meta is left.`}
      >
        <WebhookSteps slug={slug} {...connected} />
      </SettingsPage>
    )
  }
  const form = { error: connect.error, busy: connect.isPending, onSubmit: submit }
  return (
    <SettingsPage nav={nav} title={words[kind].title} intro={words[kind].intro} back={<BackToChannels slug={slug} />}>
      <KindChooser kind={kind} onChoose={choose} />
      {kind === 'sms' ? <ConnectSmsForm {...form} /> : <ConnectForm {...form} />}
    </SettingsPage>
  )
}
