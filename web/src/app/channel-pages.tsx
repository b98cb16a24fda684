export { ChannelPage as OneChannel } from '../features/channels/channel-page.tsx'
export { ChannelsPage as Channels } from '../features/channels/channels-page.tsx'
export { ConnectPage as Connect } from '../features/channels/connect-page.tsx'
