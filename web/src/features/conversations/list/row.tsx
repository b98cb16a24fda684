import { AlarmClock, Hourglass } from 'lucide-react'
import { memo } from 'react'
import type { Conversation, InboxLabel } from '../../../lib/api-types.ts'
import { useFromNow } from '../../../lib/use-now.ts'
import { exactTime, timeLeft } from '../../../lib/when.ts'
import { Avatar } from '../../../ui/avatar.tsx'
import { cx } from '../../../ui/cx.ts'
import { initialsOf } from '../../../ui/initials.ts'
import { When } from '../../../ui/when.tsx'
import { contactName } from '../contact-name.ts'
import { LabelDot } from '../label-mark.tsx'
import { prefetchConversation } from '../open-conversation.ts'
import { LastLine } from './last-line.tsx'
import { RowCheck } from './row-check.tsx'
import { RowLink } from './row-link.tsx'

interface RowProps {
  slug: string
  conversation: Conversation
  isOpen: boolean
  /** Boxes to select with are shown, also where no pointer can be near. */
  isSelecting: boolean
  colours: ReadonlyMap<string, InboxLabel['colour']>
  /** The address's search part, which opening keeps. */
  search: string
  onOpen: (conversationId: string) => void
  /** Its place in the list, from 0. */
  at: number
  /** How many are loaded. */
  of: number
}

/** Of every row, with the line below it, in pixels. */
export const rowHeight = 69

/** One conversation in the list: who, when, the last line, whether somebody waits and who has it. */
export const Row = memo(function Row(props: RowProps) {
  const { slug, conversation, isOpen, isSelecting, colours, search, onOpen, at, of } = props
  const name = contactName(conversation.contact)
  const prefetch = () => prefetchConversation(slug, conversation)
  const isUnread = conversation.unreadCount > 0
  return (
    <li
      aria-posinset={at + 1}
      aria-setsize={of}
      className="group absolute inset-x-0"
      style={{ top: at * rowHeight, height: rowHeight }}
    >
      <RowCheck id={conversation.id} name={name} isSelecting={isSelecting} />
      <RowLink
        href={`/w/${slug}/inbox/${conversation.id}${search}`}
        conversationId={conversation.id}
        isOpen={isOpen}
        onOpen={onOpen}
        onApproach={prefetch}
      >
        <Avatar name={name} />
        <span className="min-w-0 flex-1">
          <span className="flex items-baseline gap-2">
            <span className={cx('min-w-0 flex-1 truncate', isUnread ? 'font-semibold' : 'font-medium')}>{name}</span>
            {conversation.lastMessageAt && (
              <When
                at={conversation.lastMessageAt}
                className={cx('shrink-0 text-xs', isUnread ? 'font-medium text-accent-ink' : 'text-ink-soft')}
              />
            )}
          </span>
          <span className="mt-0.5 flex h-5 items-center gap-2">
            <LastLine conversation={conversation} />
            <LabelMarks labels={conversation.labels} colours={colours} />
            <SnoozeMark conversation={conversation} />
            <WindowMark conversation={conversation} />
            <AssigneeMark name={conversation.assignee?.name} />
            <UnreadMark count={conversation.unreadCount} />
          </span>
        </span>
      </RowLink>
    </li>
  )
})

const mostDots = 3

function LabelMarks({ labels, colours }: { labels: string[]; colours: RowProps['colours'] }) {
  if (labels.length === 0) return null
  return (
    <span title={labels.join(', ')} className="flex shrink-0 gap-0.5">
      <span className="sr-only">labels: {labels.join(', ')}</span>
      {labels.slice(0, mostDots).map((label) => (
        <LabelDot key={label} colour={colours.get(label)} className="size-2" />
      ))}
    </span>
  )
}

function SnoozeMark({ conversation: { status, snoozedUntil } }: { conversation: Conversation }) {
  if (status !== 'snoozed') return null
  const words = snoozedUntil ? `Snoozed until ${exactTime(snoozedUntil)}` : 'Snoozed until the customer writes'
  return (
    <span title={words} className="shrink-0 text-ink-soft">
      <AlarmClock aria-hidden className="size-3.5" />
      <span className="sr-only">{words}</span>
    </span>
  )
}

const closingSoon = 3 * 60 * 60_000

function soonClosed({ window, status, lastMessage }: Conversation, now: Date): string | null {
  if (!window.open || !window.closesAt || status === 'resolved' || lastMessage?.direction !== 'inbound') return null
  return Date.parse(window.closesAt) - now.getTime() > closingSoon ? null : timeLeft(window.closesAt, now)
}

/** Only while somebody waits for an answer that soon can't be given. */
function WindowMark({ conversation }: { conversation: Conversation }) {
  const left = useFromNow((now) => soonClosed(conversation, now))
  if (!left) return null
  return (
    <span
      title={`${left} left to reply freely`}
      className="figures flex shrink-0 items-center gap-0.5 text-xs font-medium text-amber"
    >
      <Hourglass aria-hidden className="size-3.5" />
      <span className="sr-only">time to reply: </span>
      {left.replace('less than a minute', '<1 min')}
    </span>
  )
}

function AssigneeMark({ name }: { name: string | undefined }) {
  if (!name) return null
  return (
    <span
      title={`Assigned to ${name}`}
      className="shrink-0 rounded-sm bg-sunken px-1 text-[11px] leading-4 font-medium text-ink-soft"
    >
      <span className="sr-only">assigned to {name}</span>
      <span aria-hidden>{initialsOf(name)}</span>
    </span>
  )
}

function UnreadMark({ count }: { count: number }) {
  if (count === 0) return null
  return (
    <span className="figures inline-flex h-5 min-w-5 shrink-0 items-center justify-center rounded-full bg-accent px-1.5 text-xs font-semibold text-accent-on">
      {count > 99 ? '99+' : count}
      <span className="sr-only"> unread</span>
    </span>
  )
}
