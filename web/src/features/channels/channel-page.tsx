import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'
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
import { ReplaceToken } from './replace-token.tsx'
import { RotateSecret } from './rotate-secret.tsx'
import { statusWords } from './status-words.ts'
import { TurnOff } from './turn-off.tsx'

/** One channel: how it is doing, its name, its keys, and the way to end it. */
export function ChannelPage({ mayChange, mayRemove }: { mayChange: boolean; mayRemove: boolean }) {
  const slug = useSlug()
  const { channelId = '' } = useParams({ strict: false })
  const { data: channel, error, refetch } = useQuery(channelQuery(slug, channelId))
  usePageTitle(channel?.name ?? 'Channel')

  return (
    <SettingsPage title={channel?.name ?? 'Channel'} back={<BackToChannels slug={slug} />}>
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
      <Section title="Turn off or disconnect">
        <div className="flex flex-wrap gap-2">
          <TurnOff slug={slug} channel={channel} />
          {mayRemove && <Disconnect slug={slug} channel={channel} />}
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
        <dt className="text-ink-soft">Phone number</dt>
        <dd className="figures">{channel.settings.displayPhoneNumber}</dd>
        <dt className="text-ink-soft">Phone number ID</dt>
        <dd className="figures break-all">{channel.settings.phoneNumberId}</dd>
        <dt className="text-ink-soft">Business account ID</dt>
        <dd className="figures break-all">{channel.settings.wabaId}</dd>
      </dl>
    </div>
  )
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
