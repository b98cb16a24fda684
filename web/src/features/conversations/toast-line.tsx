import { X } from 'lucide-react'
import { keysOf } from '../../lib/shortcuts.ts'
import { IconButton } from '../../ui/button.tsx'
import { cx } from '../../ui/cx.ts'
import { toast, undoLast, useToast } from './toasts.ts'

/** What was just done, and the way back. */
export function ToastLine() {
  const shown = useToast()
  return (
    <div
      role="status"
      className="pointer-events-none fixed inset-x-0 bottom-16 z-40 flex justify-center px-4 md:bottom-6"
    >
      {shown && (
        <div className="pointer-events-auto flex max-w-full items-center gap-3 rounded-lg border border-line bg-raised py-1 pr-1 pl-4 shadow-float">
          <span className={cx('min-w-0 py-2 text-sm', shown.isTrouble && 'text-red')}>{shown.words}</span>
          {shown.undo && (
            <button
              type="button"
              onClick={undoLast}
              className="inline-flex h-9 shrink-0 items-center gap-2 rounded-md px-2.5 text-sm font-medium text-accent-ink hover:bg-sunken"
            >
              Undo
              <kbd aria-hidden className="hidden font-sans text-xs text-ink-soft pointer-fine:inline">
                {keysOf('undo')}
              </kbd>
            </button>
          )}
          <IconButton label="Dismiss" onClick={() => toast(null)}>
            <X aria-hidden className="size-4" />
          </IconButton>
        </div>
      )}
    </div>
  )
}
