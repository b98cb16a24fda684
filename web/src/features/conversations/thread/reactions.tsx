import type { Message } from '../../../lib/api-types.ts'
import { exactTime } from '../../../lib/when.ts'
import { cx } from '../../../ui/cx.ts'
import { shownOf } from './own-reactions.ts'

const who = { customer: 'The customer', business: 'The business' }

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
