import type { Conversation } from '../../../lib/api-types.ts'
import { HandoffBar } from '../handoff/handoff-bar.tsx'
import { PausedBar } from './paused-bar.tsx'

interface ThreadBarsProps {
  slug: string
  conversation: Conversation
  memberId: string | undefined
}

/** Below the thread's header: whether people or automation have the conversation now. */
export function ThreadBars({ slug, conversation, memberId }: ThreadBarsProps) {
  const { automation, handoff } = conversation
  if (handoff) return <HandoffBar slug={slug} conversation={{ ...conversation, handoff }} memberId={memberId} />
  if (!automation.paused) return null
  return <PausedBar slug={slug} conversation={conversation} memberId={memberId} />
}
