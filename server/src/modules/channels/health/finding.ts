import { z } from 'zod'
import { Time } from '#lib/json'

/** The sides of a channel that are looked at, in the order in which a person reads them. */
export const sides = [
  'token',
  'scopes',
  'number',
  'account',
  'name',
  'subscription',
  'secret',
  'signatures',
  'webhook',
  'reach',
  'events',
  'queue',
  'quality',
  'limit',
  'throughput',
  'templates',
  'clock',
] as const
export type Side = (typeof sides)[number]

export const findingStates = ['good', 'warning', 'bad', 'unknown'] as const
export type FindingState = (typeof findingStates)[number]

/** What the sentence about a finding is filled with. Never a secret. */
export type Particulars = Readonly<Record<string, string | number>>

/** A finding as it is kept: the sentences follow from its code. */
export interface KeptFinding {
  readonly about: Side
  readonly state: FindingState
  readonly code: string
  readonly details: Particulars
  readonly since: Date
  readonly checkedAt: Date
}

export const Finding = z.object({
  check: z.enum(sides),
  state: z.enum(findingStates),
  code: z.string().describe('The named cause, such as token_expired or not_subscribed.'),
  message: z.string(),
  remedy: z.string().nullable().describe('What to do about it; null when nothing has to be done.'),
  act: z
    .enum(['replace_token', 'replace_secret', 'subscribe', 'set_webhook'])
    .nullable()
    .describe('What Frontdesk can do at once.'),
  since: Time,
  checkedAt: Time,
})

export const Health = z.object({
  state: z.enum(findingStates).describe('The worst of the findings that matter for messages to come and go.'),
  examinedAt: Time.nullable(),
  examining: z.boolean().describe('An examination has been asked for and is under way.'),
  findings: z.array(Finding),
})
export type Health = z.input<typeof Health>

// Without these nobody can say that messages come and go. What else is not known spoils nothing.
const essential: readonly Side[] = ['token', 'number', 'subscription', 'webhook', 'reach']

/** The worst of them. What is not known counts where it is essential. */
export function worstOf(findings: readonly Pick<KeptFinding, 'about' | 'state'>[]): FindingState {
  const has = (state: FindingState) => findings.some((finding) => finding.state === state)
  if (has('bad')) return 'bad'
  if (has('warning')) return 'warning'
  const isUnclear = findings.some(({ about, state }) => state === 'unknown' && essential.includes(about))
  return findings.length === 0 || isUnclear ? 'unknown' : 'good'
}
