import { Hand } from 'lucide-react'
import type { Conversation, Handoff } from '../../../lib/api-types.ts'
import { Button } from '../../../ui/button.tsx'
import { When } from '../../../ui/when.tsx'
import { useHandoff } from './use-handoff.ts'

interface HandoffBarProps {
  slug: string
  conversation: Conversation & { handoff: Handoff }
  memberId: string | undefined
}

/** That a person was asked for and why, who has taken over, and the way to do so or to hand back. */
export function HandoffBar({ slug, conversation, memberId }: HandoffBarProps) {
  const { handoff } = conversation
  const { take, giveBack } = useHandoff(slug, conversation.id)
  return (
    <section
      aria-label="Hand-over"
      className="flex flex-wrap items-center gap-x-3 gap-y-1.5 border-b border-line bg-amber-wash px-4 py-2 text-sm"
    >
      <Hand aria-hidden className="size-4 shrink-0 text-amber" />
      <p className="min-w-40 flex-1 break-words">
        <span className="font-medium">{standing(handoff, memberId)}</span>{' '}
        <When at={handoff.takenAt ?? handoff.requestedAt} className="text-xs text-ink-soft" />
        <span className="line-clamp-3 text-ink-soft">{handoff.reason}</span>
      </p>
      {handoff.takenAt ? (
        <Button size="small" busy={giveBack.isPending} onClick={() => giveBack.mutate()}>
          Hand back
        </Button>
      ) : (
        <>
          <Button size="small" busy={giveBack.isPending} onClick={() => giveBack.mutate()}>
            Not needed
          </Button>
          <Button tone="primary" size="small" busy={take.isPending} onClick={() => take.mutate()}>
            Take over
          </Button>
        </>
      )}
    </section>
  )
}

function standing({ by, requestedBy, takenBy, takenAt }: Handoff, memberId: string | undefined): string {
  if (takenAt && !takenBy) return 'Somebody answered on the phone'
  if (takenBy) return takenBy.id === memberId ? 'You have taken over' : `${takenBy.name} has taken over`
  return `${requestedBy?.name ?? askers[by]} asked for a person`
}

const askers: Record<Handoff['by'], string> = {
  customer: 'The customer',
  member: 'A colleague',
  api: 'A program',
  assistant: 'The assistant',
  automation: 'Automation',
}
