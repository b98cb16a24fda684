import { z } from 'zod'
import { Id } from '#lib/json'
import { storableText } from '#lib/storable-text'
import { longestLabel } from '../conversation.ts'

export const labelColours = ['grey', 'red', 'amber', 'green', 'blue', 'violet'] as const

/** How many labels a workspace may have. */
export const mostKinds = 300

export const LabelName = z.string().transform(storableText).pipe(z.string().trim().min(1).max(longestLabel))

export const InboxLabel = z
  .object({ id: Id, name: z.string(), colour: z.enum(labelColours) })
  .meta({ id: 'InboxLabel' })
export type InboxLabel = z.infer<typeof InboxLabel>
