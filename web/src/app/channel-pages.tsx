import { useQuery } from '@tanstack/react-query'
import { ChannelPage } from '../features/channels/channel-page.tsx'
import { ChannelsPage } from '../features/channels/channels-page.tsx'
import { workspaceQuery } from '../features/tenancy/queries.ts'
import { useSlug } from '../lib/use-slug.ts'

export { ConnectPage as Connect } from '../features/channels/connect-page.tsx'

/** /w/{slug}/settings/channels */
export function Channels() {
  return <ChannelsPage mayConnect={useMay()('channels.connect')} />
}

/** /w/{slug}/settings/channels/{channelId} */
export function OneChannel() {
  const may = useMay()
  return <ChannelPage mayChange={may('channels.change')} mayRemove={may('channels.remove')} />
}

/** What I may do here, by the names of the server's permission table. */
function useMay(): (act: string) => boolean {
  const permissions = useQuery(workspaceQuery(useSlug())).data?.me.permissions
  return (act) => permissions?.includes(act) ?? true
}
