import { z } from 'zod'
import { Time } from '#lib/json'
import { isVisible } from '#lib/storable-text'
import { isUsableSlug } from './slug.ts'

const isTimezone = (name: string): boolean => Intl.supportedValuesOf('timeZone').includes(name) || name === 'UTC'
const isCurrency = (code: string): boolean => Intl.supportedValuesOf('currency').includes(code)

const Name = z
  .string()
  .trim()
  .min(1, { error: 'Enter a name.', abort: true })
  .max(120, 'At most 120 characters.')
  .refine(isVisible, 'Enter a name.')
const Slug = z
  .string()
  .trim()
  .toLowerCase()
  .refine(isUsableSlug, 'Use 2 to 60 lower-case letters, digits and single hyphens, and no reserved word.')
const Timezone = z.string().refine(isTimezone, 'This is no time zone we know, such as Europe/Madrid.')
const Currency = z.string().toUpperCase().refine(isCurrency, 'This is no currency we know, such as EUR.')
const Country = z
  .string()
  .toUpperCase()
  .regex(/^[A-Z]{2}$/, 'Use two letters, such as ES.')

export const NewWorkspace = z.object({
  name: Name,
  slug: Slug.optional().describe('Left out, it is made from the name.'),
  timezone: Timezone,
  currency: Currency,
  country: Country,
})
export type NewWorkspace = z.output<typeof NewWorkspace>

export const WorkspaceChange = z
  .object({ name: Name, slug: Slug, timezone: Timezone, currency: Currency, country: Country })
  .partial()
export type WorkspaceChange = z.output<typeof WorkspaceChange>

export const role = z.enum(['owner', 'manager', 'staff'])

export const Workspace = z.object({
  id: z.uuid(),
  slug: z.string(),
  name: z.string(),
  timezone: z.string(),
  currency: z.string(),
  country: z.string(),
  createdAt: Time,
  me: z.object({ memberId: z.uuid(), role, permissions: z.array(z.string()) }),
})

export const Member = z.object({
  id: z.uuid(),
  userId: z.uuid(),
  name: z.string(),
  email: z.string(),
  role,
  createdAt: Time,
})

export const WorkspaceOfMine = z.object({ id: z.uuid(), slug: z.string(), name: z.string(), role })
