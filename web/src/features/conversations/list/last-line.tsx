import type { Conversation } from '../../../lib/api-types.ts'
import { cx } from '../../../ui/cx.ts'
import { messageWords } from '../message-words.ts'
import { RowTick } from '../thread/tick.tsx'

/** The last thing said, in one line, with its tick when it is ours. */
export function LastLine({ conversation }: { conversation: Conversation }) {
  const last = conversation.lastMessage
  if (!last) return <span className="flex-1 truncate text-ink-soft">No messages yet</span>
  const words = messageWords(last)
  const Icon = words?.icon
  return (
    <span
      className={cx(
        'flex min-w-0 flex-1 items-center gap-1',
        conversation.unreadCount > 0 ? 'text-ink' : 'text-ink-soft',
      )}
    >
      {last.direction === 'outbound' && <RowTick status={last.status} />}
      {Icon && <Icon aria-hidden className="size-4 shrink-0" />}
      <span className="truncate">{last.text ?? words?.title ?? ''}</span>
    </span>
  )
}
