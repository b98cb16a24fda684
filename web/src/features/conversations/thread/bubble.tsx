import { Bot, Smartphone, StickyNote, Zap } from 'lucide-react'
import { memo, type ReactNode } from 'react'
import type { Message, SenderType } from '../../../lib/api-types.ts'
import { clockTime, exactTime } from '../../../lib/when.ts'
import { cx } from '../../../ui/cx.ts'
import { isNote } from '../note.ts'
import { MessageBody } from './message-body.tsx'
import { Reactions } from './reactions.tsx'
import { Surroundings } from './surroundings.tsx'
import { Tick } from './tick.tsx'
import { Trouble } from './trouble.tsx'

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
  /** The member's name, where several people write. */
  author: string | null
  /** The first of a run by the same sender. */
  isFirst: boolean
  /** What one came here for. */
  isFound: boolean
}

/** One message: whose it is by side and colour, when, and how far it got. */
export const Bubble = memo(function Bubble({ slug, message, author, isFirst, isFound }: BubbleProps) {
  const isOurs = message.direction === 'outbound'
  const noted = isNote(message)
  return (
    <BubbleFrame
      id={`message-${message.id}`}
      isFound={isFound}
      isOurs={isOurs}
      fill={noted ? 'bg-amber-wash' : fills[message.senderType]}
      isFirst={isFirst}
      {...(noted ? { spoken: 'Note, the customer does not see it: ' } : {})}
    >
      {noted && <NoteMark name={author} />}
      {isFirst && !noted && <Author message={message} name={author} />}
      <Surroundings message={message} />
      <MessageBody message={message} />
      <BubbleFoot>
        {message.editedAt && !message.revokedAt && <span title={exactTime(message.editedAt)}>edited</span>}
        <time dateTime={message.createdAt} title={exactTime(message.createdAt)}>
          {clockTime(message.createdAt)}
        </time>
        {isOurs && !noted && <Tick status={message.status} title={tickTitle(message)} />}
      </BubbleFoot>
      {isOurs && <Trouble slug={slug} message={message} />}
      <Reactions message={message} />
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
  children: ReactNode
}

/** The shape of every message. */
export function BubbleFrame({ isOurs, fill, isFirst, id, isFound = false, spoken, children }: BubbleFrameProps) {
  return (
    <li
      id={id}
      className={cx(
        'flex has-data-reactions:mb-3.5',
        isOurs ? 'justify-end' : 'justify-start',
        isFirst ? 'mt-3' : 'mt-0.5',
      )}
    >
      <article
        className={cx(
          'max-w-[min(85%,36rem)] rounded-lg border border-line px-3 py-1.5',
          fill,
          isFound && 'ring-2 ring-accent-ink',
          isFirst && (isOurs ? 'rounded-tr-sm' : 'rounded-tl-sm'),
        )}
      >
        <span className="sr-only">{spoken ?? (isOurs ? 'We wrote: ' : 'Customer wrote: ')}</span>
        {children}
      </article>
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
