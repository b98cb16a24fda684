import { z } from 'zod'
import { Id, Time } from '#lib/json'
import { storableJson, storableText } from '#lib/storable-text'
import { ConversationFilter } from '../conversations-wish.ts'

/** How many views a member, and how many the workspace together, may keep. */
export const mostViews = 30

export const ViewName = z.string().transform(storableText).pipe(z.string().trim().min(1).max(60))

export const ViewFilter = ConversationFilter.refine((filter) => Object.keys(filter).length > 0, {
  message: 'Choose at least one thing to filter by.',
}).transform((filter) => storableJson(filter) as ConversationFilter)

export const SavedView = z
  .object({
    id: Id,
    name: z.string(),
    shared: z.boolean().describe('For everybody in the workspace, or for the caller alone.'),
    mine: z.boolean().describe('The caller made it.'),
    filter: ConversationFilter.extend({ label: z.array(z.string()).optional() }),
    createdAt: Time,
  })
  .meta({ id: 'SavedView' })
export type SavedView = z.input<typeof SavedView>

export const ViewCount = z.object({
  id: Id,
  count: z.number().int(),
  isMore: z
    .boolean()
    .describe('There may be more: only the newest thousand are looked at, and nobody counts beyond 100.'),
})
