import { type ReactNode, useCallback, useId } from 'react'
import { Avatar } from '../ui/avatar.tsx'
import { Broken } from '../ui/broken.tsx'
import { When } from '../ui/when.tsx'
import { Heading } from './heading.tsx'
import { loadChats } from './phone-api.ts'
import type { ChatRow, Person } from './phone-types.ts'
import { previewOf } from './preview.ts'
import { ListSkeleton } from './skeletons.tsx'
import { Ticks } from './ticks.tsx'
import { useFresh } from './use-fresh.ts'
import { chatPlace, go, peoplePlace } from './use-place.ts'
import { useTypingEnds } from './use-typing-ends.ts'

interface ChatListProps {
  person: Person
  aside?: ReactNode
  /** Shown when there is no business to write to. */
  children: ReactNode
}

/** The phone's first screen: every business, the one written to last on top. */
export function ChatList({ person, aside, children }: ChatListProps) {
  const chats = useFresh(
    useCallback(() => loadChats(person.id), [person.id]),
    'chat',
  )
  const rows = chats.data?.items
  useTypingEnds(rows?.some(({ typing }) => typing) ?? false, chats.reload)
  return (
    <div className="flex h-full flex-col">
      <div className="flex items-center gap-1 px-4 pt-3 pb-2">
        <Heading className="flex-1 text-xl font-semibold">Chats</Heading>
        {aside}
        <PersonButton person={person} />
      </div>
      {!rows && chats.error && <Broken title="The chats did not come" error={chats.error} onRetry={chats.reload} />}
      {!rows && !chats.error && <ListSkeleton />}
      {rows?.length === 0 && children}
      <ul className="min-h-0 flex-1 overflow-y-auto" aria-label="Chats">
        {rows?.map((row) => (
          <li key={row.phoneNumberId} className="border-b border-line">
            <Row row={row} onOpen={() => go(chatPlace(person.id, row.phoneNumberId))} />
          </li>
        ))}
      </ul>
    </div>
  )
}

function PersonButton({ person }: { person: Person }) {
  return (
    <button
      type="button"
      onClick={() => go(peoplePlace)}
      title="Be somebody else"
      className="flex max-w-44 items-center gap-2 rounded-full py-1 pr-1 pl-3 text-sm font-medium hover:bg-sunken"
    >
      <span className="truncate">
        <span className="sr-only">You are </span>
        {person.name}
        <span className="sr-only">. Be somebody else</span>
      </span>
      <Avatar name={person.name} />
    </button>
  )
}

function Row({ row, onOpen }: { row: ChatRow; onOpen: () => void }) {
  const id = useId()
  const { name, lastMessage, unread, typing } = row
  return (
    <div className="relative flex items-center gap-3 px-4 py-2.5 hover:bg-sunken">
      <Avatar name={name} />
      <div className="min-w-0 flex-1">
        <div className="flex items-baseline gap-2">
          <button
            type="button"
            onClick={onOpen}
            aria-describedby={id}
            className="min-w-0 flex-1 truncate text-left text-base font-medium outline-none after:absolute after:inset-0 focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-accent-ink"
          >
            {name}
          </button>
          {lastMessage && <When at={lastMessage.at} className="text-xs text-ink-soft" />}
        </div>
        <div id={id} className="flex items-center gap-1.5 text-sm text-ink-soft">
          {lastMessage?.side === 'customer' && !typing && <Ticks status={lastMessage.status} />}
          <span className="min-w-0 flex-1 truncate">
            {typing ? <span className="text-accent-ink">typing…</span> : previewOf(lastMessage)}
          </span>
          {unread > 0 && <Unread count={unread} />}
        </div>
      </div>
    </div>
  )
}

function Unread({ count }: { count: number }) {
  return (
    <span className="figures min-w-5 rounded-full bg-accent px-1.5 text-center text-xs leading-5 font-medium text-accent-on">
      {count}
      <span className="sr-only"> unread</span>
    </span>
  )
}
