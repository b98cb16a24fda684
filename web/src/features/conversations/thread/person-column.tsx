import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { IconButton } from '../../../ui/button.tsx'
import { cx } from '../../../ui/cx.ts'

interface PersonColumnProps {
  isShown: boolean
  onClose: () => void
  children: ReactNode
}

/** The third column: always there on a wide screen, over the thread on a narrower one when asked for. */
export function PersonColumn({ isShown, onClose, children }: PersonColumnProps) {
  return (
    <aside
      aria-label="Person"
      className={cx(
        'min-h-0 shrink-0 flex-col overflow-y-auto bg-surface xl:static xl:flex xl:w-80 xl:border-l xl:border-line xl:shadow-none',
        isShown
          ? 'absolute inset-0 z-20 flex md:left-auto md:w-80 md:border-l md:border-line md:shadow-float'
          : 'hidden',
      )}
    >
      <div className="flex h-14 shrink-0 items-center justify-end border-b border-line px-2 xl:hidden">
        <IconButton label="Close" onClick={onClose}>
          <X aria-hidden className="size-5" />
        </IconButton>
      </div>
      {children}
    </aside>
  )
}
