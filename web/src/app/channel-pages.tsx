import { ChannelPage } from '../features/channels/channel-page.tsx'
import { ChannelsPage } from '../features/channels/channels-page.tsx'
import { useMay } from '../features/tenancy/use-may.ts'
import { SettingsNav } from './settings-nav.tsx'

export { ConnectPage as Connect } from '../features/channels/connect-page.tsx'

/** /w/{slug}/settings/channels */
export function Channels() {
  return <ChannelsPage mayConnect={useMay()('channels.connect')} nav={<SettingsNav />} />
}

/** /w/{slug}/settings/channels/{channelId} */
export function OneChannel() {
  const may = useMay()
  return <ChannelPage mayChange={may('channels.change')} mayRemove={may('channels.remove')} />
}
