import { Bot, Smartphone, StickyNote, Zap } from 'lucide-react'
import { memo, type ReactNode } from 'react'
import type { Message, SenderType } from '../../../lib/api-types.ts'
import { clockTime, exactTime } from '../../../lib/when.ts'
import { cx } from '../../../ui/cx.ts'
import { isNote } from '../note.ts'
import { useQuote } from '../reply/answering.tsx'
import { BubbleActs, canQuote } from './bubble-acts.tsx'
import { MessageBody } from './message-body.tsx'
import { Reactions } from './reactions.tsx'
import { Surroundings } from './surroundings.tsx'
import { Tick } from './tick.tsx'
import { ReactionTrouble, Trouble } from './trouble.tsx'
import { useSwipe } from './use-swipe.ts'

const fills: Record<SenderType, string> = {
  contact: 'bg-bubble-customer',
  member: 'bg-bubble-staff',
  assistant: 'bg-bubble-machine',
  automation: 'bg-bubble-machine',
  system: 'bg-sunken',
}

interface BubbleProps {
  slug: string
  message: Message
  /** The latest reaction of ours to it. */
  own: Message | undefined
  /** The member's name, where several people write. */
  author: string | null
  /** By which channel it went, where there are several. */
  by: string | null
  /** The first of a run by the same sender. */
  isFirst: boolean
  /** What one came here for. */
  isFound: boolean
}

/** One message: whose it is by side and colour, when, and how far it got. */
export const Bubble = memo(function Bubble({ slug, message, own, author, by, isFirst, isFound }: BubbleProps) {
  const isOurs = message.direction === 'outbound'
  const noted = isNote(message)
  const quote = useQuote()
  const canAnswer = canQuote(message)
  return (
    <BubbleFrame
      id={`message-${message.id}`}
      isFound={isFound}
      isOurs={isOurs}
      fill={noted ? 'bg-amber-wash' : fills[message.senderType]}
      isFirst={isFirst}
      onSwipe={canAnswer ? () => quote(message) : null}
      acts={canAnswer && <BubbleActs slug={slug} message={message} own={own} />}
      {...(noted ? { spoken: 'Note, the customer does not see it: ' } : {})}
    >
      {noted && <NoteMark name={author} />}
      {isFirst && !noted && <Author message={message} name={author} />}
      <Surroundings message={message} />
      <MessageBody message={message} />
      <BubbleFoot>
        {message.editedAt && !message.revokedAt && <span title={exactTime(message.editedAt)}>edited</span>}
        {by && <span className="max-w-32 truncate">{by}</span>}
        <time dateTime={message.createdAt} title={exactTime(message.createdAt)}>
          {clockTime(message.createdAt)}
        </time>
        {isOurs && !noted && <Tick status={message.status} title={tickTitle(message)} />}
      </BubbleFoot>
      {isOurs && <Trouble slug={slug} message={message} />}
      {own && <ReactionTrouble slug={slug} reaction={own} />}
      <Reactions message={message} own={own} />
    </BubbleFrame>
  )
})

interface BubbleFrameProps {
  isOurs: boolean
  fill: string
  isFirst: boolean
  id?: string
  isFound?: boolean
  /** What is read out before it. */
  spoken?: string
  /** What can be done with it, beside it. */
  acts?: ReactNode
  onSwipe?: (() => void) | null
  children: ReactNode
}

/** The shape of every message. */
export function BubbleFrame({
  isOurs,
  fill,
  isFirst,
  id,
  isFound = false,
  spoken,
  acts,
  onSwipe = null,
  children,
}: BubbleFrameProps) {
  const swipe = useSwipe(onSwipe)
  return (
    <li
      id={id}
      {...swipe}
      className={cx(
        'group flex items-center gap-1 has-data-reactions:mb-3.5',
        isOurs ? 'justify-end' : 'justify-start',
        isFirst ? 'mt-3' : 'mt-0.5',
      )}
    >
      {isOurs && acts}
      <article
        // On a touch screen a tap stands for pointing at it.
        tabIndex={acts ? -1 : undefined}
        className={cx(
          'min-w-0 max-w-[min(85%,36rem)] rounded-lg border border-line px-3 py-1.5',
          fill,
          isFound && 'ring-2 ring-accent-ink',
          isFirst && (isOurs ? 'rounded-tr-sm' : 'rounded-tl-sm'),
        )}
      >
        <span className="sr-only">{spoken ?? (isOurs ? 'We wrote: ' : 'Customer wrote: ')}</span>
        {children}
      </article>
      {!isOurs && acts}
    </li>
  )
}

/** The line below the text: time and tick. */
export function BubbleFoot({ children }: { children: ReactNode }) {
  return <span className="mt-0.5 flex items-center justify-end gap-1 text-xs text-ink-soft">{children}</span>
}

function NoteMark({ name }: { name: string | null }) {
  return (
    <span className="mb-0.5 flex items-center gap-1 text-xs font-medium text-amber">
      <StickyNote aria-hidden className="size-3.5" />
      {name ? `Note by ${name}` : 'Note'}
    </span>
  )
}

function Author({ message, name }: { message: Message; name: string | null }) {
  if (message.senderType === 'assistant' || message.senderType === 'automation') {
    const Icon = message.senderType === 'assistant' ? Bot : Zap
    return (
      <span className="mb-0.5 flex items-center gap-1 text-xs font-medium text-blue">
        <Icon aria-hidden className="size-3.5" />
        {message.senderType === 'assistant' ? 'Assistant' : 'Automation'}
      </span>
    )
  }
  if (message.origin === 'phone_app') {
    return (
      <span className="mb-0.5 flex items-center gap-1 text-xs font-medium text-ink-soft">
        <Smartphone aria-hidden className="size-3.5" />
        Written on the phone
      </span>
    )
  }
  return name && <span className="mb-0.5 block text-xs font-medium text-accent-ink">{name}</span>
}

function tickTitle(message: Message): string {
  const steps = [
    ['Sent', message.sentAt],
    ['Delivered', message.deliveredAt],
    ['Read', message.readAt],
  ] as const
  const known = steps.flatMap(([name, at]) => (at ? [`${name} ${clockTime(at)}`] : []))
  return known.join(' · ') || 'On its way'
}
