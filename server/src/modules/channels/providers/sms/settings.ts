import { z } from 'zod'
import { toE164 } from '#lib/phone'
import { ApiUrl, secretFor } from '../../fields.ts'

const sid = (prefix: 'AC' | 'MG', called: string) =>
  z
    .string()
    .trim()
    .regex(new RegExp(`^${prefix}[0-9a-f]{32}$`), `${called} is ${prefix} and 32 digits and letters from a to f.`)

/** A number in E.164, a short code, or a name of letters and digits; undefined for what Twilio could not send from. */
export function senderIn(typed: string): string | undefined {
  const plain = typed.trim()
  const isShortCode = /^\d{3,8}$/.test(plain)
  // A name can't be answered; Twilio takes at most eleven characters, one of them a letter.
  const isName = /^(?=.*[A-Za-z])[A-Za-z0-9 &._-]{1,11}$/.test(plain)
  return isShortCode || isName ? plain : toE164(plain)
}

export const SmsSettings = z
  .object({
    accountSid: sid('AC', 'The account SID'),
    phoneNumber: z
      .string()
      .max(40, 'At most 40 characters.')
      .refine((typed) => senderIn(typed), 'Enter the number with its country code, such as +1 555 010 0123.')
      .transform((typed) => senderIn(typed) ?? typed)
      .optional()
      .describe('In E.164; a short code or a name of letters is taken as well.'),
    messagingServiceSid: sid('MG', 'The messaging service SID').optional(),
    apiUrl: ApiUrl.optional(),
  })
  .refine(
    ({ phoneNumber, messagingServiceSid }) => (phoneNumber === undefined) !== (messagingServiceSid === undefined),
    {
      path: ['phoneNumber'],
      message: 'Enter either a number or a messaging service.',
    },
  )
export type SmsSettings = z.output<typeof SmsSettings>

/** The settings as they are shown. */
export const ShownSmsSettings = z.object({
  accountSid: z.string(),
  phoneNumber: z.string().optional(),
  messagingServiceSid: z.string().optional(),
  apiUrl: z.string().optional(),
})

export const SmsCredentials = z.object({ authToken: secretFor('Twilio') })
export type SmsCredentials = z.output<typeof SmsCredentials>

/** What it takes to call Twilio for one sender. Holds a secret: never log or keep it. */
export interface SmsSender {
  readonly kind: 'sms'
  readonly id: string
  readonly accountSid: string
  readonly authToken: string
  readonly from: { readonly From: string } | { readonly MessagingServiceSid: string }
  readonly baseUrl: string
  /** Where Twilio reports what became of a message. */
  readonly statusUrl: string
}
