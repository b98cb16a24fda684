import { sql } from 'kysely'
import { time } from '#lib/json'
import type { PauseReason } from './automation/automation.ts'
import type { HandoffBy } from './handoff/handoff.ts'
import type { Conversation } from './views.ts'

type Colleague = { id: string; name: string } | null

const colleague = (column: string) => sql<Colleague>`(
  select jsonb_build_object('id', colleague.id, 'name', colleague.name) from tenancy.colleague
  where colleague.tenant_id = conversation.tenant_id and colleague.id = ${sql.ref(`conversation.${column}`)})`

/** What a query of `conversation` has to select to tell who has stepped in. */
export const steppingIn = [
  'conversation.automationPausedAt',
  'conversation.automationPausedFor',
  'conversation.automationResumesAt',
  'conversation.handoffRequestedAt',
  'conversation.handoffReason',
  'conversation.handoffByKind',
  'conversation.handoffTakenAt',
] as const

/** The people in it, by name. */
export const steppingInPeople = [
  colleague('automationPausedBy').as('pausedBy'),
  colleague('handoffBy').as('requestedBy'),
  colleague('handoffTakenBy').as('takenBy'),
] as const

interface Row {
  readonly automationPausedAt: Date | null
  readonly automationPausedFor: string | null
  readonly automationResumesAt: Date | null
  readonly pausedBy: Colleague
  readonly handoffRequestedAt: Date | null
  readonly handoffReason: string | null
  readonly handoffByKind: string | null
  readonly requestedBy: Colleague
  readonly handoffTakenAt: Date | null
  readonly takenBy: Colleague
}

/** Whether automation stands back and why, and where the hand-over to a person stands. */
export function whoSteppedIn(row: Row): Pick<Conversation, 'automation' | 'handoff'> {
  return {
    automation: {
      paused: row.automationPausedAt !== null,
      since: time(row.automationPausedAt),
      why: row.automationPausedFor as PauseReason | null,
      by: row.pausedBy,
      resumesAt: time(row.automationResumesAt),
    },
    handoff: row.handoffRequestedAt && {
      requestedAt: time(row.handoffRequestedAt),
      reason: row.handoffReason ?? '',
      by: row.handoffByKind as HandoffBy,
      requestedBy: row.requestedBy,
      takenBy: row.takenBy,
      takenAt: time(row.handoffTakenAt),
    },
  }
}
