import { z } from 'zod'
import { Id, Time } from '#lib/json'
import { languages } from './languages.ts'
import { limits } from './limits.ts'

export const categories = ['UTILITY', 'MARKETING', 'AUTHENTICATION'] as const
export type Category = (typeof categories)[number]

export const variableTypes = ['text', 'name', 'date', 'time', 'money', 'url'] as const
export type VariableType = (typeof variableTypes)[number]

export const channelKinds = ['whatsapp', 'email', 'sms'] as const
export type ChannelKind = (typeof channelKinds)[number]

// How long a text may be is judged by the rules, which say so in their own words; this only bounds what is read at all.
const text = (most: number) => z.string().max(most)
const words = text(10_000)

export const Variable = z.object({
  name: z
    .string()
    .regex(/^[a-z][a-z0-9_]{0,39}$/, 'Small letters, digits and underscores, beginning with a letter.')
    .describe('What stands between the braces: `{{ name }}`.'),
  type: z.enum(variableTypes),
  example: text(limits.example).describe(
    'WhatsApp judges by it, and previews show it. Dates as `2026-11-24`, money as `45.00`.',
  ),
})
export type Variable = z.output<typeof Variable>

export const TemplateButton = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('quick_reply'), text: words }),
  z.object({ kind: z.literal('url'), text: words, url: words.describe('May end in one variable.') }),
  z.object({ kind: z.literal('phone'), text: words, phone: words }),
])
export type TemplateButton = z.output<typeof TemplateButton>

export const WhatsappWords = z.object({
  header: words.nullable(),
  body: words,
  footer: words.nullable(),
  buttons: z.array(TemplateButton).max(50),
})
export type WhatsappWords = z.output<typeof WhatsappWords>

export const MailWords = z.object({
  subject: words,
  text: text(limits.mail),
  html: text(limits.mail).nullable().describe('Null: made from the text.'),
})
export type MailWords = z.output<typeof MailWords>

export const SmsWords = z.object({ text: words })
export type SmsWords = z.output<typeof SmsWords>

export const Language = z.enum(
  languages as [string, ...string[]],
  'WhatsApp knows no such language, such as es or pt_BR.',
)

/** What a template says in one language. A channel that is null it can't leave by. */
export const Version = z.object({
  language: Language,
  whatsapp: WhatsappWords.nullable(),
  email: MailWords.nullable(),
  sms: SmsWords.nullable(),
})
export type Version = z.output<typeof Version>

export const submissionStatuses = [
  'submitting',
  'pending',
  'approved',
  'rejected',
  'paused',
  'disabled',
  'gone',
  'failed',
] as const
export type SubmissionStatus = (typeof submissionStatuses)[number]

export const Submission = z.object({
  language: z.string(),
  wabaId: z.string().describe('The WhatsApp Business account.'),
  status: z
    .enum(submissionStatuses)
    .describe('Only `approved` ones leave. `failed`: WhatsApp did not take it. `gone`: deleted over there.'),
  reason: z.string().nullable(),
  category: z.enum(categories).nullable().describe('What WhatsApp files it under, which decides the price.'),
  quality: z.enum(['GREEN', 'YELLOW', 'RED', 'UNKNOWN']).nullable(),
  isCurrent: z.boolean().describe('Whether it was given to WhatsApp as it reads now.'),
  submittedAt: Time,
})
export type Submission = z.output<typeof Submission>

const about = {
  id: Id,
  name: z.string().describe('What WhatsApp calls it.'),
  title: z.string(),
  category: z.enum(categories),
  occasion: z.string().nullable().describe('Which occasion of Frontdesk’s own it is for; null for those you made.'),
  isCustomised: z.boolean().describe('Whether an original was changed.'),
  enabled: z.boolean(),
  archived: z.boolean(),
  createdAt: Time,
  changedAt: Time,
}

export const TemplateSummary = z
  .object({
    ...about,
    languages: z.array(z.object({ language: z.string(), channels: z.array(z.enum(channelKinds)) })),
    submissions: z.array(Submission),
  })
  .meta({ id: 'TemplateSummary' })
export type TemplateSummary = z.input<typeof TemplateSummary>

export const Template = z
  .object({ ...about, variables: z.array(Variable), versions: z.array(Version), submissions: z.array(Submission) })
  .meta({ id: 'Template' })
export type Template = z.input<typeof Template>
