import { clockTime, exactTime } from '../lib/when.ts'
import { cx } from '../ui/cx.ts'
import { BubbleActs } from './bubble-acts.tsx'
import { Content } from './content.tsx'
import { Options } from './options.tsx'
import { OwnActs } from './own-acts.tsx'
import type { Outgoing, PhoneMessage } from './phone-types.ts'
import { previewOf } from './preview.ts'
import { Ticks } from './ticks.tsx'

interface BubbleProps {
  message: PhoneMessage
  businessName: string
  answered: PhoneMessage | undefined
  followsOwnKind: boolean
  onAct: (wish: Outgoing) => void
  onAnswer: (message: PhoneMessage) => void
  onEdit: (message: PhoneMessage) => void
  onResend: (message: PhoneMessage) => void
}

/** One message with its time, its ticks when it is one's own, and what can be done with it. */
export function Bubble(props: BubbleProps) {
  const { message, businessName, answered, followsOwnKind, onAct, onAnswer, onEdit, onResend } = props
  const isOwn = message.side === 'customer'
  return (
    <article
      aria-label={isOwn ? 'You' : businessName}
      className={cx(
        'bubble-line flex max-w-full shrink-0 flex-col',
        isOwn ? 'items-end' : 'items-start',
        !followsOwnKind && 'mt-2',
      )}
    >
      <div className="flex max-w-full items-center gap-1">
        {isOwn && <OwnActs message={message} onAct={onAct} onEdit={onEdit} />}
        <div
          className={cx(
            'min-w-24 max-w-[18.5rem] px-3 pt-1.5 pb-1 text-ink',
            isOwn ? 'bubble-own bg-bubble-staff' : 'bubble-theirs bg-bubble-customer',
          )}
        >
          {answered && !message.revoked && <Quote message={answered} businessName={businessName} />}
          <Content message={message} />
          <p className="-mt-0.5 flex items-center justify-end gap-1 text-xs text-ink-soft">
            {message.edited && !message.revoked && <span>edited</span>}
            <time dateTime={message.at} title={exactTime(message.at)}>
              {clockTime(message.at)}
            </time>
            {isOwn && <Ticks status={message.status} />}
          </p>
        </div>
        {!isOwn && <BubbleActs message={message} onAct={onAct} onAnswer={onAnswer} />}
      </div>
      <Reactions message={message} />
      {!isOwn && <Options message={message} onAct={onAct} />}
      {message.status === 'unsent' && (
        <button type="button" onClick={() => onResend(message)} className="mt-1 text-xs font-medium text-red underline">
          Not sent. Try again
        </button>
      )}
    </article>
  )
}

/** The message this one answers; the composer shows the same before sending. */
export function Quote({
  message,
  businessName,
  title,
}: {
  message: PhoneMessage
  businessName: string
  title?: string
}) {
  return (
    <blockquote className="mb-1 min-w-0 rounded-sm border-l-3 border-accent bg-sunken/70 px-2 py-1 text-xs">
      <p className="font-medium text-accent-ink">{title ?? (message.side === 'customer' ? 'You' : businessName)}</p>
      <p className="truncate text-ink-soft">{previewOf(message)}</p>
    </blockquote>
  )
}

function Reactions({ message: { reactions, side } }: { message: PhoneMessage }) {
  const all = [reactions.customer, reactions.business].filter(Boolean)
  if (all.length === 0) return null
  return (
    <p
      className={cx(
        'z-1 -mt-1.5 rounded-full border border-line bg-surface px-1.5 text-sm',
        side === 'customer' ? 'mr-2' : 'ml-2',
      )}
    >
      <span className="sr-only">Reactions: </span>
      {all.join(' ')}
    </p>
  )
}
