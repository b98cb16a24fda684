import { Fragment, useLayoutEffect, useRef } from 'react'
import { dayName, dayOf } from '../lib/when.ts'
import { Bubble } from './bubble.tsx'
import type { ChatDetail, Outgoing, PhoneMessage } from './phone-types.ts'
import { TypingBubble } from './typing-bubble.tsx'

interface MessagesProps {
  chat: ChatDetail
  pending: PhoneMessage[]
  onAct: (wish: Outgoing) => void
  onAnswer: (message: PhoneMessage) => void
  onEdit: (message: PhoneMessage) => void
  onResend: (message: PhoneMessage) => void
}

/** The messages by day, the newest at the bottom and in view unless one has scrolled up. */
export function Messages({ chat, pending, ...acts }: MessagesProps) {
  const known = new Set(chat.messages.map(({ id }) => id))
  const messages = [...chat.messages, ...pending.filter(({ id }) => !known.has(id))]
  const byId = new Map(messages.map((message) => [message.id, message]))
  const scroller = useStickToBottom(`${messages.length}/${messages.at(-1)?.id}/${chat.typing}`)
  return (
    <div
      ref={scroller}
      role="log"
      aria-label={`Messages with ${chat.name}`}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: whatever scrolls must be reachable by keyboard
      tabIndex={0}
      className="flex min-h-0 flex-1 flex-col gap-1 overflow-y-auto px-3 py-3 focus-visible:-outline-offset-2"
    >
      <div className="flex-1" />
      {messages.length === 0 && <Hello name={chat.name} />}
      {messages.map((message, index) => (
        <Fragment key={message.id}>
          {startsDay(messages[index - 1], message) && <DayRule at={message.at} />}
          <Bubble
            message={message}
            businessName={chat.name}
            answered={message.replyTo ? byId.get(message.replyTo) : undefined}
            followsOwnKind={messages[index - 1]?.side === message.side}
            {...acts}
          />
        </Fragment>
      ))}
      {chat.typing && <TypingBubble name={chat.name} />}
    </div>
  )
}

function useStickToBottom(content: string) {
  const scroller = useRef<HTMLDivElement>(null)
  const wasAtBottom = useRef(true)

  useLayoutEffect(() => {
    const box = scroller.current
    if (!box) return
    const note = () => {
      wasAtBottom.current = box.scrollHeight - box.scrollTop - box.clientHeight < 80
    }
    // A keyboard or a growing composer makes the box smaller: what was at the bottom stays there.
    const resized = new ResizeObserver(() => wasAtBottom.current && box.scrollTo({ top: box.scrollHeight }))
    box.addEventListener('scroll', note, { passive: true })
    resized.observe(box)
    return () => {
      box.removeEventListener('scroll', note)
      resized.disconnect()
    }
  }, [])

  // biome-ignore lint/correctness/useExhaustiveDependencies: runs whenever the content is another one
  useLayoutEffect(() => {
    const box = scroller.current
    if (box && wasAtBottom.current) box.scrollTo({ top: box.scrollHeight })
  }, [content])
  return scroller
}

function startsDay(before: PhoneMessage | undefined, message: PhoneMessage): boolean {
  return !before || dayOf(before.at) !== dayOf(message.at)
}

function DayRule({ at }: { at: string }) {
  return (
    <p className="my-2 self-center rounded-md bg-surface px-2.5 py-1 text-xs font-medium text-ink-soft">
      <time dateTime={at}>{dayName(at)}</time>
    </p>
  )
}

function Hello({ name }: { name: string }) {
  return (
    <p className="m-auto max-w-60 rounded-md bg-surface px-4 py-3 text-center text-sm text-ink-soft text-pretty">
      This is the beginning of your chat with {name}. Say hello; they see it in their inbox.
    </p>
  )
}
