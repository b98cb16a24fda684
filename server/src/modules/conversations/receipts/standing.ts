import type { MessageError, MessageStatus } from '../message.ts'

export type ReceiptStatus = 'sent' | 'delivered' | 'read' | 'played' | 'failed'
export type OutboxState = 'waiting' | 'sending' | 'unknown' | 'held'
export type AttemptState = 'calling' | 'accepted' | 'refused' | 'unknown' | 'lost' | 'given_up' | 'cancelled'

export interface Receipt {
  readonly status: ReceiptStatus
  readonly at: Date
  readonly error: MessageError | null
}

export interface Attempt {
  readonly number: number
  readonly state: AttemptState
  readonly providerMessageId: string | null
  readonly error: MessageError | null
  readonly receipts: readonly Receipt[]
}

/** What the message's own row says of its way out. */
export interface Standing {
  readonly status: MessageStatus
  readonly error: MessageError | null
  readonly providerMessageId: string | null
  readonly sentAt: Date | null
  readonly deliveredAt: Date | null
  readonly readAt: Date | null
}

// Evidence of delivery stands above a failure: one of the customer's devices may refuse what another shows. Unknown stands
// beside the ladder; as it is never compared with more than a call under way, its place here is between the two.
// Cancelled never was a call, so it stands below everything.
const ladder = ['cancelled', 'queued', 'unknown', 'accepted', 'sent', 'failed', 'delivered', 'read', 'played'] as const
type Rung = (typeof ladder)[number]

/**
 * How a message stands, from everything known about it. A pure function of sets: the order in which receipts came and
 * how often they came make no difference. An attempt stands on the highest rung it has evidence for; a message shows its
 * best attempt that has not failed, so a failed first try never hides the second; and only when all have failed and none
 * is to come has it failed.
 */
export function standingOf(attempts: readonly Attempt[], waiting: { reason: MessageError | null } | null): Standing {
  const best = attempts.filter((attempt) => !isOver(rungOf(attempt))).reduce<Attempt | undefined>(better, undefined)
  if (best) return show(best)
  if (waiting) return { ...nothingYet, error: waiting.reason }
  const last = attempts.reduce<Attempt | undefined>(later, undefined)
  return last ? show(last) : nothingYet
}

const nothingYet: Standing = {
  status: 'queued',
  error: null,
  providerMessageId: null,
  sentAt: null,
  deliveredAt: null,
  readAt: null,
}

/**
 * Whether the message still has to leave. Not once the provider has it, be it by an attempt that was taken for lost; and not
 * when the attempt under way has been answered for, be it by a failure.
 */
export function isStillOwed(attempts: readonly Attempt[], outbox: OutboxState): boolean {
  const isTaken = attempts.some((attempt) => isProven(attempt) && rungOf(attempt) !== 'failed')
  const last = attempts.reduce<Attempt | undefined>(later, undefined)
  const isUnderWay = outbox === 'sending' || outbox === 'unknown'
  return !isTaken && !(isUnderWay && last !== undefined && isProven(last))
}

function isProven({ state, receipts }: Attempt): boolean {
  return state === 'accepted' || receipts.length > 0
}

/** The highest rung the attempt has evidence for. A receipt proves that the provider took it, whatever we believed. */
function rungOf({ state, receipts }: Attempt): Rung {
  if (receipts.length === 0) return rungWithoutReceipt(state)
  return receipts.map(({ status }) => status as Rung).reduce((one, other) => (isAbove(one, other) ? one : other))
}

function rungWithoutReceipt(state: AttemptState): Rung {
  switch (state) {
    case 'calling':
      return 'queued'
    case 'accepted':
    case 'unknown':
    case 'cancelled':
      return state
    case 'refused':
    case 'lost':
    case 'given_up':
      return 'failed'
    default: {
      const never: never = state
      return never
    }
  }
}

function isOver(rung: Rung): boolean {
  return rung === 'failed' || rung === 'cancelled'
}

function isAbove(one: Rung, other: Rung): boolean {
  return ladder.indexOf(one) > ladder.indexOf(other)
}

function better(best: Attempt | undefined, next: Attempt): Attempt {
  if (!best || isAbove(rungOf(next), rungOf(best))) return next
  return isAbove(rungOf(best), rungOf(next)) ? best : later(best, next)
}

function later(one: Attempt | undefined, other: Attempt): Attempt {
  return one && one.number > other.number ? one : other
}

function show(attempt: Attempt): Standing {
  const status = rungOf(attempt)
  return {
    status,
    error: errorOf(attempt),
    providerMessageId: attempt.providerMessageId,
    // Customers who hide their read receipts, and statuses that get lost, leave gaps: a later rung implies the earlier ones.
    sentAt: firstTime(attempt, ['sent', 'delivered', 'read', 'played']),
    deliveredAt: firstTime(attempt, ['delivered', 'read', 'played']),
    readAt: firstTime(attempt, ['read', 'played']),
  }
}

function firstTime({ receipts }: Attempt, statuses: readonly ReceiptStatus[]): Date | null {
  const times = receipts.filter(({ status }) => statuses.includes(status)).map(({ at }) => at.getTime())
  return times.length > 0 ? new Date(Math.min(...times)) : null
}

/** The first failure reported; it is kept when the message turns out to have arrived all the same. */
function errorOf({ state, error, receipts }: Attempt): MessageError | null {
  if (receipts.length === 0) return state === 'accepted' ? null : error
  const [first] = receipts.filter(({ status }) => status === 'failed').sort(byTimeThenCode)
  return first ? (first.error ?? unexplained) : null
}

const unexplained: MessageError = {
  code: 'unexplained_failure',
  class: 'unknown_code',
  message: 'WhatsApp could not deliver this and gave no reason.',
}

function byTimeThenCode(one: Receipt, other: Receipt): number {
  return one.at.getTime() - other.at.getTime() || (one.error?.code ?? '').localeCompare(other.error?.code ?? '')
}
