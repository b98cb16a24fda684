import type { ChannelStatus } from './channel.ts'
import type { RotatedSecret } from './credentials.ts'
import type { FindingState } from './health/finding.ts'
import type { ChannelKind, SettingsOf } from './port.ts'

interface Description {
  name: string
  settings: SettingsOf[ChannelKind]
}

/** One language of a template in one account, and what its provider says of it. */
export interface TemplateReport {
  wabaId: string
  name: string
  language: string
  /** By the provider's clock. */
  at: string
  said: { event?: string; reason?: string; category?: string; quality?: string }
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
    /** What WhatsApp says of a template by itself, in its own words. */
    'channels.template_reported': TemplateReport
    'channels.health_changed': {
      from: FindingState
      to: FindingState
      changes: { check: string; from: string; to: string }[]
    }
  }
}
