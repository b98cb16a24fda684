import { z } from 'zod'
import { Time } from '#lib/json'
import { Capabilities } from './capabilities.ts'
import { Name } from './fields.ts'
import { findingStates } from './health/finding.ts'
import { ShownSmsSettings, SmsCredentials, SmsSettings } from './providers/sms/settings.ts'
import { ShownWhatsappSettings, WhatsappCredentials, WhatsappSettings } from './providers/whatsapp-cloud/settings.ts'

export const channelStatuses = ['connecting', 'connected', 'reauth_required', 'paused', 'disabled'] as const
export type ChannelStatus = (typeof channelStatuses)[number]

/** Why a channel is in its status, when that wants explaining. */
export interface StatusReason {
  readonly code: string
  readonly message: string
}

const sealedAtOnce = 'Sealed at once; no answer ever holds them.'

export const NewChannel = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('whatsapp_cloud'),
    name: Name,
    settings: WhatsappSettings,
    credentials: WhatsappCredentials.describe(sealedAtOnce),
  }),
  z.object({
    kind: z.literal('sms'),
    name: Name,
    settings: SmsSettings,
    credentials: SmsCredentials.describe(sealedAtOnce),
  }),
])
export type NewChannel = z.output<typeof NewChannel>
export type NewChannelOf<K extends NewChannel['kind']> = Extract<NewChannel, { kind: K }>

const replaced = 'Replaces all settings.'
const replacedGiven = 'Replaces those given.'
const changes = {
  name: Name.optional(),
  enabled: z
    .boolean()
    .optional()
    .describe('false: nothing is sent, what customers write still arrives. true: checked and connected again.'),
  keepFormerSecretsFor: z
    .number()
    .int('Whole hours.')
    .min(0, 'At least 0 hours.')
    .max(168, 'At most 168 hours, which is a week.')
    .default(24)
    .describe('Hours for which a replaced secret of webhooks is still accepted beside the new one. 0: not at all.'),
}

export const ChannelChange = z.discriminatedUnion('kind', [
  z.object({
    kind: z
      .literal('whatsapp_cloud')
      .optional()
      .describe('The kind of the channel; needed to change settings or credentials of others.'),
    settings: WhatsappSettings.optional().describe(replaced),
    credentials: WhatsappCredentials.partial().optional().describe(replacedGiven),
    ...changes,
  }),
  z.object({
    kind: z.literal('sms'),
    settings: SmsSettings.optional().describe(replaced),
    credentials: SmsCredentials.partial().optional().describe(replacedGiven),
    ...changes,
  }),
])
export type ChannelChange = z.input<typeof ChannelChange>

const common = {
  id: z.uuid(),
  name: z.string(),
  key: z.string(),
  webhookUrl: z.string(),
  address: z.string().describe('What customers see it as.'),
  status: z.enum(channelStatuses),
  statusReason: z.object({ code: z.string(), message: z.string() }).nullable(),
  health: z.enum(findingStates).describe('The worst of what the last examination found; see `/channels/{id}/health`.'),
  capabilities: Capabilities,
  outletId: z.null(),
  lastEventAt: Time.nullable(),
  createdAt: Time,
}
const untilWhen = 'Until when secrets that were replaced are still accepted.'

export const Channel = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('whatsapp_cloud'),
    settings: ShownWhatsappSettings,
    formerSecrets: z.object({ appSecretUntil: Time.nullable(), verifyTokenUntil: Time.nullable() }).describe(untilWhen),
    ...common,
  }),
  z.object({
    kind: z.literal('sms'),
    settings: ShownSmsSettings,
    formerSecrets: z.object({ authTokenUntil: Time.nullable() }).describe(untilWhen),
    ...common,
  }),
])
export type Channel = z.input<typeof Channel>
export type ChannelOf<K extends Channel['kind']> = Extract<Channel, { kind: K }>
