import type { Message } from '../../../lib/api-types.ts'
import { exactTime } from '../../../lib/when.ts'

const who = { customer: 'The customer', business: 'The business' }

/** How each side reacted, as a badge on the bubble's edge. */
export function Reactions({ message }: { message: Message }) {
  if (message.reactions.length === 0) return null
  return (
    <span data-reactions className="-mb-4 mt-1 flex">
      {message.reactions.map(({ by, emoji, at }) => (
        <span
          key={by}
          role="img"
          aria-label={`${who[by]} reacted with ${emoji}`}
          title={`${who[by]}, ${exactTime(at)}`}
          className="rounded-full border border-line bg-raised px-1.5 text-sm leading-6"
        >
          {emoji}
        </span>
      ))}
    </span>
  )
}
