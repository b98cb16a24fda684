import { CirclePause } from 'lucide-react'
import type { Conversation } from '../../../lib/api-types.ts'
import { useNow } from '../../../lib/use-now.ts'
import { exactTime, spokenWhen } from '../../../lib/when.ts'
import { Button } from '../../../ui/button.tsx'
import { useChangeConversation } from '../change-conversation.ts'
import { pauseWords } from './pause-words.ts'

interface PausedBarProps {
  slug: string
  conversation: Conversation
  memberId: string | undefined
}

/** That automation stands back here, since when and until when, and the way to let it go on. */
export function PausedBar({ slug, conversation, memberId }: PausedBarProps) {
  const change = useChangeConversation(slug, conversation.id)
  const now = useNow()
  const { automation } = conversation
  return (
    <section
      aria-label="Automation"
      className="flex min-h-9 items-center gap-2 border-b border-line bg-sunken px-4 py-1 text-xs text-ink-soft"
    >
      <CirclePause aria-hidden className="size-4 shrink-0" />
      <p className="min-w-0 flex-1">
        {pauseWords(automation, memberId)}
        {automation.resumesAt && (
          <span title={exactTime(automation.resumesAt)}> · goes on {spokenWhen(automation.resumesAt, now)}</span>
        )}
        {change.error && (
          <span role="alert" className="block text-red">
            {change.error.message}
          </span>
        )}
      </p>
      <Button
        tone="quiet"
        size="small"
        busy={change.isPending}
        onClick={() => change.mutate({ automationPaused: false })}
      >
        Resume
      </Button>
    </section>
  )
}
