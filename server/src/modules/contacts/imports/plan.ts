import { z } from 'zod'

export const plainTargets = [
  'ignore',
  'id',
  'name',
  'given_name',
  'family_name',
  'phone',
  'email',
  'labels',
  'notes',
  'marketing',
] as const

/** What a column is taken for: a part of the card, or `field:` and the id of one of this business's fields. */
export const Target = z.union([z.enum(plainTargets), z.templateLiteral(['field:', z.uuid()])])
export type Target = z.output<typeof Target>

export const policies = ['fill', 'overwrite', 'skip'] as const

export const mostColumns = 200

const Column = z.object({
  name: z.string(),
  samples: z.array(z.string()).describe('What the first lines hold.'),
  target: Target,
})

export const Plan = z.object({
  columns: z.array(Column),
  hasHeader: z.boolean(),
  policy: z.enum(policies),
  country: z.string().describe('Of numbers without a country code.'),
})
export type Plan = z.output<typeof Plan>

export const PlanWish = z.object({
  targets: z.array(Target).max(mostColumns).describe('What each column is taken for, in the order of the columns.'),
  hasHeader: z.boolean().describe('Whether the first line names the columns.'),
  policy: z
    .enum(policies)
    .describe('People who are known: `fill` what is empty, `overwrite` what is there, or `skip` them.'),
  country: z
    .string()
    .toUpperCase()
    .regex(/^[A-Z]{2}$/, 'Use two letters, such as ES.')
    .optional()
    .describe('Of numbers without a country code; the workspace’s, when left out.'),
})
export type PlanWish = z.output<typeof PlanWish>
