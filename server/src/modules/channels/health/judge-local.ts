import { portOf } from '../ports.ts'
import type { ChannelRow } from '../queries.ts'
import type { Judged } from './judged.ts'
import { moment } from './render.ts'

/** Webhooks turned away for their signature. */
export interface Refused {
  readonly count: number
  readonly lastAt: Date
}

const lately = 24 * 3_600_000

/** What came in, and what was turned away: known without asking anybody. */
export function judgeArrivals(channel: ChannelRow, refused: Refused | undefined, now: Date): Judged[] {
  const { lastEventAt } = channel
  return [
    lastEventAt ? { code: 'events_heard', details: { last: moment(lastEventAt) } } : { code: 'events_none' },
    judgeSignatures(channel, refused, now),
  ]
}

function judgeSignatures(channel: ChannelRow, refused: Refused | undefined, now: Date): Judged {
  const { lastEventAt } = channel
  const { signatures } = portOf(channel)
  if (!refused || now.getTime() - refused.lastAt.getTime() > lately) return { code: signatures.right }
  const details = { count: refused.count, last: moment(refused.lastAt) }
  const cameSince = lastEventAt !== null && lastEventAt > refused.lastAt
  return { code: cameSince ? signatures.refusedBefore : signatures.refused, details }
}

/** Messages that have not left yet. */
export interface Waiting {
  readonly count: number
  readonly oldestAt: Date | null
}

const onTheirWay = 120_000

export function judgeQueue({ count, oldestAt }: Waiting, now: Date): Judged {
  if (count === 0 || oldestAt === null) return { code: 'queue_empty' }
  const isMoving = now.getTime() - oldestAt.getTime() < onTheirWay
  if (isMoving) return { code: 'queue_moving', details: { count } }
  return { code: 'queue_waiting', details: { count, since: moment(oldestAt) } }
}
