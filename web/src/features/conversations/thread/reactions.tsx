import type { Message } from '../../../lib/api-types.ts'
import { exactTime } from '../../../lib/when.ts'
import { cx } from '../../../ui/cx.ts'
import { readPath } from '../read-path.ts'

const who = { customer: 'The customer', business: 'The business' }

interface Shown {
  by: 'customer' | 'business'
  emoji: string
  at: string
  isWaiting: boolean
}

/** How each side reacted, as a badge on the bubble's edge; ours is pale until WhatsApp has taken it. */
export function Reactions({ message, own }: { message: Message; own: Message | undefined }) {
  const reactions = shownOf(message, own)
  if (reactions.length === 0) return null
  return (
    <span data-reactions className="-mb-4 mt-1 flex">
      {reactions.map(({ by, emoji, at, isWaiting }) => (
        <span
          key={by}
          role="img"
          aria-label={`${who[by]} reacted with ${emoji}${isWaiting ? ', on its way' : ''}`}
          title={`${who[by]}, ${exactTime(at)}`}
          className="rounded-full border border-line bg-raised px-1.5 text-sm leading-6"
        >
          <span aria-hidden className={cx(isWaiting && 'opacity-50')}>
            {emoji}
          </span>
        </span>
      ))}
    </span>
  )
}

/** What stands on the message, with a reaction of ours that is on its way in place of the one before it. */
export function shownOf(message: Pick<Message, 'reactions'>, own: Message | undefined): Shown[] {
  const standing = message.reactions.map((one) => ({ ...one, isWaiting: false }))
  if (!own || own.status === 'failed' || own.status === 'cancelled') return standing
  const isStanding = standing.some(({ by, at }) => by === 'business' && at >= own.createdAt)
  if (isStanding) return standing
  const others = standing.filter(({ by }) => by !== 'business')
  const emoji = readPath(own.details, 'emoji')
  const isWaiting = own.status === 'queued' || own.status === 'unknown'
  return emoji ? [...others, { by: 'business', emoji, at: own.createdAt, isWaiting }] : others
}
