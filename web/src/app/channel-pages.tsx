import { ChannelPage } from '../features/channels/channel-page.tsx'
import { ChannelsPage } from '../features/channels/channels-page.tsx'
import { ConnectPage } from '../features/channels/connect-page.tsx'
import { useMay } from '../features/tenancy/use-may.ts'
import { SettingsNav } from './settings-nav.tsx'

/** /w/{slug}/settings/channels */
export function Channels() {
  return <ChannelsPage mayConnect={useMay()('channels.connect')} nav={<SettingsNav />} />
}

/** /w/{slug}/settings/channels/new */
export function Connect() {
  return <ConnectPage nav={<SettingsNav />} />
}

/** /w/{slug}/settings/channels/{channelId} */
export function OneChannel() {
  const may = useMay()
  return <ChannelPage nav={<SettingsNav />} mayChange={may('channels.change')} mayRemove={may('channels.remove')} />
}
