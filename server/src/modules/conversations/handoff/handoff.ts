import { z } from 'zod'
import { Id, Time } from '#lib/json'

export const handoffAskers = ['customer', 'member', 'api', 'assistant', 'automation'] as const
export type HandoffBy = (typeof handoffAskers)[number]

export type HandoffState = 'none' | 'waiting' | 'taken'

/** How many characters the reason may have. */
export const longestReason = 1_000

const colleague = z.object({ id: Id, name: z.string() }).nullable()

export const Handoff = z
  .object({
    requestedAt: Time,
    reason: z.string(),
    by: z.enum(handoffAskers).describe('Who asked for a person.'),
    requestedBy: colleague.describe('The member who asked, or in whose name a program did.'),
    takenBy: colleague.describe('Null with `takenAt` when somebody answered in WhatsApp’s own app.'),
    takenAt: Time.nullable().describe('Null while it waits.'),
  })
  .meta({ id: 'Handoff' })

interface Columns {
  readonly handoffRequestedAt: Date | null
  readonly handoffTakenAt: Date | null
}

/** Where the hand-over of a conversation to a person stands. */
export function stateOf({ handoffRequestedAt, handoffTakenAt }: Columns): HandoffState {
  if (handoffRequestedAt === null) return 'none'
  return handoffTakenAt === null ? 'waiting' : 'taken'
}
