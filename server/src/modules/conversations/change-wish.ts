import { InvalidInput } from '#lib/refusal'
import type { Tx } from '#lib/tx'
import { isPresent } from '#tenancy'
import type { Filing } from './apply-changes.ts'

const longestSnooze = 366 * 24 * 60 * 60 * 1000

type Standing = Pick<Filing, 'status' | 'snoozedUntil'>

/** Where a conversation is to stand and until when. Refuses a time that is past, too far, or for another status than snoozed. */
export function readSnooze(
  before: Standing,
  wish: { [Field in keyof Standing]?: Standing[Field] | undefined },
  now: Date,
): Standing {
  const status = wish.status ?? (wish.snoozedUntil ? 'snoozed' : before.status)
  if (status !== 'snoozed') {
    if (wish.snoozedUntil) throw unusable('Only a snoozed conversation has a time.', 'not_snoozed')
    return { status, snoozedUntil: null }
  }
  if (wish.snoozedUntil === undefined)
    return { status, snoozedUntil: wish.status === undefined ? before.snoozedUntil : null }
  if (wish.snoozedUntil === null) return { status, snoozedUntil: null }
  const until = new Date(wish.snoozedUntil)
  if (until <= now) throw unusable('This time has passed already.', 'in_the_past')
  if (until.getTime() - now.getTime() > longestSnooze) throw unusable('Choose a time within a year.', 'too_far')
  return { status, snoozedUntil: until.toISOString() }
}

/** A member who works here now, or a refusal. */
export async function readAssignee(tx: Tx, memberId: string): Promise<string> {
  if (await isPresent(tx, memberId)) return memberId
  throw new InvalidInput([
    { path: 'assigneeId', message: 'Nobody who works here has this id.', code: 'no_such_member' },
  ])
}

const unusable = (message: string, code: string) => new InvalidInput([{ path: 'snoozedUntil', message, code }])
