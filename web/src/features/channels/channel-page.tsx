import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { Fragment, type ReactNode } from 'react'
import type { Channel } from '../../lib/api-types.ts'
import { useSlug } from '../../lib/use-slug.ts'
import { Broken } from '../../ui/broken.tsx'
import { CopyField } from '../../ui/copy-field.tsx'
import { SettingsPage } from '../../ui/settings-page.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { usePageTitle } from '../../ui/use-page-title.ts'
import { BackToChannels } from './back-to-channels.tsx'
import { ChannelStatus } from './channel-status.tsx'
import { Disconnect } from './disconnect.tsx'
import { Doctor } from './doctor.tsx'
import { FormerSecrets } from './former-secrets.tsx'
import { channelQuery } from './queries.ts'
import { RenameChannel } from './rename-channel.tsx'
import { ReplaceAuthToken } from './replace-auth-token.tsx'
import { ReplaceToken } from './replace-token.tsx'
import { RotateSecret } from './rotate-secret.tsx'
import { statusWords } from './status-words.ts'
import { TurnOff } from './turn-off.tsx'

interface ChannelPageProps {
  nav: ReactNode
  mayChange: boolean
  mayRemove: boolean
}

/** One channel: how it is doing, its name, its keys, and the way to end it. */
export function ChannelPage({ nav, mayChange, mayRemove }: ChannelPageProps) {
  const slug = useSlug()
  const { channelId = '' } = useParams({ strict: false })
  const { data: channel, error, refetch } = useQuery(channelQuery(slug, channelId))
  usePageTitle(channel?.name ?? 'Channel')

  return (
    <SettingsPage nav={nav} title={channel?.name ?? 'Channel'} back={<BackToChannels slug={slug} />}>
      {error && !channel && <Broken title="This channel could not be loaded" error={error} onRetry={refetch} />}
      {!error && !channel && <Skeleton className="h-40 w-full" />}
      {channel && (
        <div className="flex flex-col gap-8">
          <Facts channel={channel} />
          <Doctor slug={slug} channel={channel} mayChange={mayChange} />
          {mayChange ? (
            <Changes slug={slug} channel={channel} mayRemove={mayRemove} />
          ) : (
            <p className="text-ink-soft">An owner or a manager of this business can change this channel.</p>
          )}
        </div>
      )}
    </SettingsPage>
  )
}

interface ChangesProps {
  slug: string
  channel: Channel
  mayRemove: boolean
}

function Changes({ slug, channel, mayRemove }: ChangesProps) {
  return (
    <>
      <Section title="Name">
        <RenameChannel slug={slug} channel={channel} />
      </Section>
      {channel.kind === 'sms' ? (
        <SmsConnection slug={slug} channel={channel} />
      ) : (
        <WhatsappConnection slug={slug} channel={channel} />
      )}
      <Section title="Turn off or disconnect">
        <div className="flex flex-wrap gap-2">
          <TurnOff slug={slug} channel={channel} />
          {mayRemove && <Disconnect slug={slug} channel={channel} />}
        </div>
      </Section>
    </>
  )
}

function WhatsappConnection({ slug, channel }: { slug: string; channel: Channel }) {
  return (
    <>
      <Section title="Webhook" intro="What Meta calls when a customer writes.">
        <CopyField label="Callback URL" value={channel.webhookUrl} />
      </Section>
      <Section title="Keys" intro="What Frontdesk and Meta know each other by.">
        <div className="flex flex-col gap-4">
          <FormerSecrets slug={slug} channel={channel} />
          <ReplaceToken slug={slug} channel={channel} />
          <div className="flex flex-wrap gap-2">
            <RotateSecret slug={slug} channel={channel} secret="appSecret" />
            <RotateSecret slug={slug} channel={channel} secret="verifyToken" />
          </div>
        </div>
      </Section>
    </>
  )
}

function SmsConnection({ slug, channel }: { slug: string; channel: Channel }) {
  return (
    <>
      <Section
        title="Webhook"
        intro="What Twilio calls when a customer writes. The examination above offers to set it; by hand: Twilio’s console → Phone numbers → Active numbers → the number → Messaging → “A message comes in”, Webhook, HTTP POST."
      >
        <CopyField label="Webhook address" value={channel.webhookUrl} />
      </Section>
      <Section title="Keys" intro="What Frontdesk and Twilio know each other by.">
        <div className="flex flex-col gap-4">
          <FormerSecrets slug={slug} channel={channel} />
          <ReplaceAuthToken slug={slug} channel={channel} />
        </div>
      </Section>
    </>
  )
}

function Facts({ channel }: { channel: Channel }) {
  return (
    <div className="border-y border-line py-4">
      <ChannelStatus channel={channel} />
      <p className="mt-1 text-ink-soft">{statusWords(channel).meaning}</p>
      <dl className="mt-4 grid grid-cols-[auto_1fr] gap-x-6 gap-y-1.5">
        {factsOf(channel).map(([name, value]) => (
          <Fragment key={name}>
            <dt className="text-ink-soft">{name}</dt>
            <dd className="figures break-all">{value}</dd>
          </Fragment>
        ))}
      </dl>
    </div>
  )
}

function factsOf(channel: Channel): [string, string][] {
  if (channel.kind === 'sms') {
    const { accountSid, messagingServiceSid } = channel.settings
    return [
      [messagingServiceSid ? 'Messaging service' : 'SMS number', channel.address],
      ['Account SID', accountSid],
    ]
  }
  const { displayPhoneNumber, phoneNumberId, wabaId } = channel.settings
  return [
    ['Phone number', displayPhoneNumber],
    ['Phone number ID', phoneNumberId],
    ['Business account ID', wabaId],
  ]
}

function Section({ title, intro, children }: { title: string; intro?: string; children: ReactNode }) {
  return (
    <section>
      <h2 className="text-base font-semibold">{title}</h2>
      {intro && <p className="mt-0.5 text-ink-soft">{intro}</p>}
      <div className="mt-3">{children}</div>
    </section>
  )
}
