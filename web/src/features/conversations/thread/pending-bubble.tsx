import { clockTime } from '../../../lib/when.ts'
import { discard, type PendingReply, sendAgain } from '../reply/use-reply.ts'
import { asSaid } from './as-said.ts'
import { BubbleFoot, BubbleFrame } from './bubble.tsx'
import { MessageBody } from './message-body.tsx'
import { QuoteOf, shortWords } from './quote-of.tsx'
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
      {reply.quoted && <QuoteOf direction={reply.quoted.direction} words={shortWords(reply.quoted)} />}
      <MessageBody message={asSaid(reply.body, reply.media)} />
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
