import { z } from 'zod'
import { toE164 } from '#lib/phone'
import { ApiUrl, secretFor } from '../../fields.ts'

const MetaId = z
  .string()
  .trim()
  .regex(/^\d{1,30}$/, 'This id consists of digits only.')
const Secret = secretFor('WhatsApp')

export const WhatsappSettings = z.object({
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
  apiUrl: ApiUrl.optional(),
})
export type WhatsappSettings = z.output<typeof WhatsappSettings>

/** The settings as they are shown. */
export const ShownWhatsappSettings = z.object({
  phoneNumberId: z.string(),
  wabaId: z.string(),
  displayPhoneNumber: z.string(),
  apiUrl: z.string().optional(),
})

export const WhatsappCredentials = z.object({ accessToken: Secret, appSecret: Secret, verifyToken: Secret })
export type WhatsappCredentials = z.output<typeof WhatsappCredentials>

/** What it takes to call Meta for one number. Holds a secret: never log or keep it. */
export interface WhatsappSender {
  readonly kind: 'whatsapp_cloud'
  readonly id: string
  readonly phoneNumberId: string
  readonly accessToken: string
  readonly baseUrl: string
}
