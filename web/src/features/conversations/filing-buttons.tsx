import { AlarmClock, EllipsisVertical, Tag } from 'lucide-react'
import type { Conversation } from '../../lib/api-types.ts'
import { IconButton } from '../../ui/button.tsx'
import { Menu, MenuItem } from '../../ui/menu.tsx'
import { openPalette } from '../palette/open-palette.ts'

/** The ways to file the open conversation: under labels, or away until a time. On a phone one button holds both. */
export function FilingButtons({ conversation: { id, labels } }: { conversation: Conversation }) {
  const ask = (page: 'label' | 'snooze') => openPalette({ page, ids: [id] })
  const worn = labels.length > 0 ? `${labels.length} on it: ${labels.join(', ')}` : null
  return (
    <>
      <IconButton
        label={worn ? `Labels, ${worn}` : 'Label'}
        aria-haspopup="dialog"
        onClick={() => ask('label')}
        className="relative max-sm:hidden"
      >
        <Tag aria-hidden className="size-4.5" />
        {worn && (
          <span aria-hidden className="figures absolute top-0.5 right-0.5 text-[11px] leading-none font-medium">
            {labels.length}
          </span>
        )}
      </IconButton>
      <IconButton label="Snooze" aria-haspopup="dialog" onClick={() => ask('snooze')} className="max-sm:hidden">
        <AlarmClock aria-hidden className="size-4.5" />
      </IconButton>
      <Menu
        align="end"
        trigger={
          <IconButton label="Label or snooze" className="sm:hidden">
            <EllipsisVertical aria-hidden className="size-4.5" />
          </IconButton>
        }
      >
        <MenuItem onSelect={() => ask('label')}>
          <Tag aria-hidden className="size-4" />
          <span className="min-w-0">
            Labels
            {worn && <span className="block truncate text-xs text-ink-soft">{labels.join(', ')}</span>}
          </span>
        </MenuItem>
        <MenuItem onSelect={() => ask('snooze')}>
          <AlarmClock aria-hidden className="size-4" />
          Snooze
        </MenuItem>
      </Menu>
    </>
  )
}
