import type { ChannelStatus } from './channel.ts'
import type { RotatedSecret } from './credentials.ts'
import type { FindingState } from './health/finding.ts'
import type { ChannelKind, SettingsOf } from './port.ts'

interface Description {
  name: string
  settings: SettingsOf[ChannelKind]
}

declare module '#lib/facts/types' {
  interface Facts {
    'channels.connected': { kind: string }
    'channels.changed': { fields: ('name' | 'settings')[]; from: Description; to: Description }
    'channels.removed': { name: string }
    'channels.credentials_changed': { fields: string[] }
    'channels.secret_rotated': { secret: RotatedSecret; formerUntil: string | null }
    'channels.former_secret_ended': { secret: RotatedSecret }
    'channels.status_changed': { from: ChannelStatus; to: ChannelStatus; reason: string | null }
    'channels.health_changed': {
      from: FindingState
      to: FindingState
      changes: { check: string; from: string; to: string }[]
    }
  }
}
