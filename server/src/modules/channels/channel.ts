import { z } from 'zod'
import { Time } from '#lib/json'
import { toE164 } from '#lib/phone'
import { storableText } from '#lib/storable-text'
import { findingStates } from './health/finding.ts'

export const channelStatuses = ['connecting', 'connected', 'reauth_required', 'paused', 'disabled'] as const
export type ChannelStatus = (typeof channelStatuses)[number]

/** Why a channel is in its status, when that wants explaining. */
export interface StatusReason {
  readonly code: string
  readonly message: string
}

const Name = z
  .string()
  .transform(storableText)
  .pipe(z.string().trim().min(1, 'Enter a name.').max(120, 'At most 120 characters.'))
const MetaId = z
  .string()
  .trim()
  .regex(/^\d{1,30}$/, 'This id consists of digits only.')
// Header values and keys of a signature: printable, in one piece.
const Secret = z
  .string()
  .trim()
  .min(1, 'This is needed to reach WhatsApp.')
  .max(1000, 'At most 1000 characters.')
  .regex(/^[\x21-\x7e]*$/, 'Letters, digits and signs only, without spaces.')

export const Settings = z.object({
  phoneNumberId: MetaId,
  wabaId: MetaId,
  displayPhoneNumber: z
    .string()
    .trim()
    .max(40, 'At most 40 characters.')
    .refine(
      (typed) => toE164(typed) ?? toE164(`+${typed}`),
      'Enter the number with its country code, such as +34 612 345 678.',
    ),
  apiUrl: z.url('This is no URL.').max(500, 'At most 500 characters.').optional(),
})
export type Settings = z.output<typeof Settings>

export const Credentials = z.object({ accessToken: Secret, appSecret: Secret, verifyToken: Secret })
export type Credentials = z.output<typeof Credentials>

export const NewChannel = z.object({
  kind: z.literal('whatsapp_cloud'),
  name: Name,
  settings: Settings,
  credentials: Credentials.describe('Sealed at once; no answer ever holds them.'),
})
export type NewChannel = z.output<typeof NewChannel>

export const ChannelChange = z.object({
  name: Name.optional(),
  settings: Settings.optional().describe('Replaces all settings.'),
  credentials: Credentials.partial().optional().describe('Replaces those given.'),
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
    .describe(
      'Hours for which a replaced app secret or verify token is still accepted beside the new one. 0: not at all.',
    ),
})
export type ChannelChange = z.input<typeof ChannelChange>

export const Channel = z.object({
  id: z.uuid(),
  kind: z.literal('whatsapp_cloud'),
  name: z.string(),
  key: z.string(),
  webhookUrl: z.string(),
  status: z.enum(channelStatuses),
  statusReason: z.object({ code: z.string(), message: z.string() }).nullable(),
  health: z.enum(findingStates).describe('The worst of what the last examination found; see `/channels/{id}/health`.'),
  settings: z.object({
    phoneNumberId: z.string(),
    wabaId: z.string(),
    displayPhoneNumber: z.string(),
    apiUrl: z.string().optional(),
  }),
  formerSecrets: z
    .object({ appSecretUntil: Time.nullable(), verifyTokenUntil: Time.nullable() })
    .describe('Until when secrets that were replaced are still accepted.'),
  outletId: z.null(),
  lastEventAt: Time.nullable(),
  createdAt: Time,
})
export type Channel = z.input<typeof Channel>
