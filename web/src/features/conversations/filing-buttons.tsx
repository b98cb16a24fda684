import { AlarmClock, Tag } from 'lucide-react'
import type { Conversation } from '../../lib/api-types.ts'
import { IconButton } from '../../ui/button.tsx'
import { openPalette } from '../palette/open-palette.ts'

/** The ways to file the open conversation: under labels, or away until a time. */
export function FilingButtons({ conversation: { id, labels } }: { conversation: Conversation }) {
  const ask = (page: 'label' | 'snooze') => openPalette({ page, ids: [id] })
  return (
    <>
      <IconButton
        label={labels.length > 0 ? `Labels: ${labels.join(', ')}` : 'Label'}
        aria-haspopup="dialog"
        onClick={() => ask('label')}
        className="relative max-sm:hidden"
      >
        <Tag aria-hidden className="size-4.5" />
        {labels.length > 0 && (
          <span aria-hidden className="figures absolute top-0.5 right-0.5 text-[11px] leading-none font-medium">
            {labels.length}
          </span>
        )}
      </IconButton>
      <IconButton label="Snooze" aria-haspopup="dialog" onClick={() => ask('snooze')}>
        <AlarmClock aria-hidden className="size-4.5" />
      </IconButton>
    </>
  )
}
