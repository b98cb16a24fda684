import { type AnyDoor, door } from '#lib/door'
import { ById } from '#lib/json'
import { subscribe } from '../subscribe.ts'
import { type CountWaiting, examineNow, getHealth } from './examine.ts'
import { Health } from './finding.ts'

const tag = 'Channels'

/** The doors of the channel doctor. How many messages wait is told by whoever keeps the queue. */
export function healthDoors(countWaiting: CountWaiting): readonly AnyDoor[] {
  return [
    door({
      method: 'GET',
      path: '/channels/:id/health',
      tag,
      summary: 'How a number is doing, check by check, with causes and remedies',
      params: ById,
      status: 200,
      answer: Health,
      handle: (tx, { params }) => getHealth(tx, countWaiting, params.id),
    }),
    door({
      method: 'POST',
      path: '/channels/:id/health',
      tag,
      summary: 'Examine a number now; the findings follow within seconds',
      params: ById,
      status: 200,
      answer: Health,
      handle: (tx, { params }) => examineNow(tx, countWaiting, params.id),
    }),
    door({
      method: 'POST',
      path: '/channels/:id/subscription',
      tag,
      summary: 'Subscribe the app to the number’s account, and examine the number after it',
      params: ById,
      status: 200,
      answer: Health,
      async handle(tx, { params }) {
        await subscribe(tx, params.id)
        return getHealth(tx, countWaiting, params.id)
      },
    }),
  ]
}
