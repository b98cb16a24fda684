import { clockTime } from '../../../lib/when.ts'
import { discard, type PendingReply, sendAgain } from '../reply/use-reply.ts'
import { BubbleFoot, BubbleFrame } from './bubble.tsx'
import { Tick } from './tick.tsx'

interface PendingBubbleProps {
  slug: string
  conversationId: string
  reply: PendingReply
}

/** A reply the server has not confirmed: shown at once, kept with its reason when it did not get through. */
export function PendingBubble({ slug, conversationId, reply }: PendingBubbleProps) {
  return (
    <BubbleFrame isOurs fill="bg-bubble-staff" isFirst={false}>
      <span dir="auto" className="block whitespace-pre-wrap [overflow-wrap:anywhere]">
        {reply.text}
      </span>
      <BubbleFoot>
        <time dateTime={reply.writtenAt}>{clockTime(reply.writtenAt)}</time>
        <Tick status={reply.error ? 'failed' : 'queued'} />
      </BubbleFoot>
      {reply.error && (
        <p role="alert" className="mt-1 flex max-w-80 flex-wrap items-baseline gap-x-3 text-xs text-red">
          {reply.error.message}
          <button
            type="button"
            onClick={() => sendAgain(slug, conversationId, reply)}
            className="rounded-sm font-semibold underline hover:no-underline"
          >
            Send again
          </button>
          <button
            type="button"
            onClick={() => discard(slug, conversationId, reply.key)}
            className="rounded-sm font-semibold underline hover:no-underline"
          >
            Discard
          </button>
        </p>
      )}
    </BubbleFrame>
  )
}
