import { type RefObject, useCallback, useState } from 'react'
import { flushSync } from 'react-dom'
import type { Conversation, InboxLabel } from '../../../lib/api-types.ts'
import { useWindow } from '../../../ui/use-window.ts'
import { useKeptFocus } from './focus-row.ts'
import { Row, rowHeight } from './row.tsx'

interface RowsProps {
  slug: string
  conversations: readonly Conversation[]
  /** Their ids, in order. */
  ids: readonly string[]
  openId: string | undefined
  isSelecting: boolean
  colours: ReadonlyMap<string, InboxLabel['colour']>
  search: string
  /** What scrolls. */
  box: RefObject<HTMLElement | null>
  onOpen: (conversationId: string) => void
}

/** The conversations, of which only those in sight are drawn, the open one, and the one the keyboard stands at. */
export function Rows({ conversations, ids, openId, box, ...shared }: RowsProps) {
  const [stood, setStood] = useState<string | null>(null)
  const drawn = useWindow(box, { keys: ids, height: rowHeight, held: [stood, openId] })
  const draw = useCallback((id: string) => flushSync(() => setStood(id)), [])
  useKeptFocus(box, { keys: ids, draw })
  return (
    <ul
      aria-label="Conversations"
      className="relative"
      style={{ height: ids.length * rowHeight }}
      // Scrolled out of sight, the row that has the focus keeps it.
      onFocus={({ target }) => setStood(target.dataset.conversationRow ?? null)}
    >
      {drawn.map((at) => {
        const conversation = conversations[at]
        return (
          conversation && (
            <Row
              key={conversation.id}
              {...shared}
              conversation={conversation}
              isOpen={conversation.id === openId}
              at={at}
              of={ids.length}
            />
          )
        )
      })}
    </ul>
  )
}
