import type { ChannelStatus } from './channel.ts'

declare module '#lib/facts/types' {
  interface Facts {
    'channels.connected': { kind: string }
    'channels.changed': { fields: ('name' | 'settings' | 'credentials' | 'removed')[] }
    'channels.status_changed': { from: ChannelStatus; to: ChannelStatus; reason: string | null }
  }
}
