import { AlarmClock, CheckCheck, CircleCheck, RotateCcw, Tag, UserPlus, X } from 'lucide-react'
import type { BulkAct } from '../../../lib/api-types.ts'
import { IconButton } from '../../../ui/button.tsx'
import { openPalette } from '../../palette/open-palette.ts'
import { actOn } from '../acts.ts'
import { selectedIds, selectOnly, useSelectedCount } from './selection.ts'

interface BulkBarProps {
  slug: string
  /** Everything that is loaded, in order. */
  loaded: readonly string[]
  isSelecting: boolean
  onDone: () => void
}

/** What can be done to the selected conversations at once; not there while nothing is selected. */
export function BulkBar({ slug, loaded, isSelecting, onDone }: BulkBarProps) {
  const count = useSelectedCount()
  if (count === 0 && !isSelecting) return null
  const act = (wish: BulkAct, word: string) => {
    actOn({ slug, ids: selectedIds(), act: wish, said: (done) => `${word}: ${done}.` })
    leave()
  }
  const ask = (page: 'assign' | 'label' | 'snooze') => openPalette({ page, ids: selectedIds() })
  const leave = () => {
    selectOnly([])
    onDone()
  }
  return (
    <div
      role="toolbar"
      aria-label="Selected conversations"
      className="shrink-0 border-b border-line bg-accent-wash px-2 py-1"
    >
      <div className="flex items-center gap-2 pl-2 text-sm">
        <span role="status" className="figures flex-1 font-medium">
          {count} selected
        </span>
        {count < loaded.length && (
          <button
            type="button"
            onClick={() => selectOnly(loaded)}
            className="figures h-8 rounded-md px-2 text-accent-ink hover:bg-sunken"
          >
            Select all {loaded.length}
          </button>
        )}
        <IconButton label="Select nothing" onClick={leave}>
          <X aria-hidden className="size-4" />
        </IconButton>
      </div>
      {count > 0 && (
        <div className="flex justify-between">
          <IconButton label="Resolve" onClick={() => act({ kind: 'resolve' }, 'Resolved')}>
            <CircleCheck aria-hidden className="size-4.5" />
          </IconButton>
          <IconButton label="Open again" onClick={() => act({ kind: 'reopen' }, 'Opened again')}>
            <RotateCcw aria-hidden className="size-4.5" />
          </IconButton>
          <IconButton label="Mark as read" onClick={() => act({ kind: 'read' }, 'Marked as read')}>
            <CheckCheck aria-hidden className="size-4.5" />
          </IconButton>
          <IconButton label="Assign" onClick={() => ask('assign')}>
            <UserPlus aria-hidden className="size-4.5" />
          </IconButton>
          <IconButton label="Label" onClick={() => ask('label')}>
            <Tag aria-hidden className="size-4.5" />
          </IconButton>
          <IconButton label="Snooze" onClick={() => ask('snooze')}>
            <AlarmClock aria-hidden className="size-4.5" />
          </IconButton>
        </div>
      )}
    </div>
  )
}
