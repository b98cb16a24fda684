import { z } from 'zod'
import { Id, Time } from '#lib/json'
import { storableText } from '#lib/storable-text'

export const stages = ['new', 'contacted', 'qualified', 'won', 'lost'] as const
export type Stage = (typeof stages)[number]

export const sources = ['ad', 'post', 'website', 'import', 'call', 'referral', 'walk_in', 'by_hand', 'other'] as const
export type Source = (typeof sources)[number]

const Money = z.object({
  amount: z.int().min(0, 'Enter an amount of at least nothing.').max(1_000_000_000_000, 'This is too much.'),
  currency: z
    .string()
    .toUpperCase()
    .refine((code) => Intl.supportedValuesOf('currency').includes(code), 'This is no currency we know, such as EUR.'),
})
const Reason = z
  .string()
  .transform(storableText)
  .pipe(z.string().trim().min(1, 'Say why.').max(300, 'At most 300 characters.'))

export const NewLead = z.object({
  contactId: Id,
  stage: z.enum(stages).default('new'),
  source: z.enum(sources).default('by_hand').describe('Where they first came from; it stays, whatever comes later.'),
  ownerId: Id.nullable().optional().describe('The member who looks after it; whoever makes it, when left out.'),
  value: Money.nullable().optional().describe('What it may be worth, in minor units.'),
})
export type NewLead = z.output<typeof NewLead>

export const LeadChange = z
  .object({
    stage: z.enum(stages),
    ownerId: Id.nullable().describe('null: nobody.'),
    value: Money.nullable(),
    lostReason: Reason.nullable().describe('Why it was lost; only with the stage `lost`.'),
  })
  .partial()
export type LeadChange = z.output<typeof LeadChange>

export const Lead = z
  .object({
    id: Id,
    contact: z.object({
      id: Id,
      name: z.string().nullable(),
      phone: z.string().nullable(),
      email: z.string().nullable(),
      username: z.string().nullable(),
    }),
    stage: z.enum(stages),
    stageChangedAt: Time,
    source: z.enum(sources),
    sourceDetails: z
      .object({
        headline: z.string().nullable(),
        adId: z.string().nullable(),
        url: z.string().nullable(),
        clickId: z.string().nullable(),
      })
      .nullable()
      .describe('The advertisement or the post, as WhatsApp told of it.'),
    owner: z.object({ id: Id, name: z.string() }).nullable(),
    value: z.object({ amount: z.int(), currency: z.string() }).nullable(),
    lostReason: z.string().nullable(),
    createdAt: Time,
  })
  .meta({ id: 'Lead' })
export type Lead = z.input<typeof Lead>

export const LeadCounts = z.object(
  Object.fromEntries(stages.map((stage) => [stage, z.int()])) as Record<Stage, z.ZodInt>,
)
