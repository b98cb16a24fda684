import { Popover as Base } from '@base-ui/react/popover'
import { type ReactElement, type ReactNode, useState } from 'react'

interface PopoverProps {
  label: string
  trigger: ReactElement
  align?: 'start' | 'center' | 'end'
  side?: 'top' | 'bottom'
  /** What is inside; call the given function to close it. */
  children: (close: () => void) => ReactNode
}

/** Something small that floats at its trigger and takes the keyboard while it is open. */
export function Popover({ label, trigger, align = 'center', side = 'top', children }: PopoverProps) {
  const [isOpen, setOpen] = useState(false)
  return (
    <Base.Root open={isOpen} onOpenChange={setOpen}>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner align={align} side={side} sideOffset={6} collisionPadding={8} className="z-50">
          <Base.Popup
            aria-label={label}
            className="max-w-[calc(100vw-1rem)] rounded-lg border border-line bg-raised p-1.5 shadow-float transition-opacity data-ending-style:opacity-0 data-starting-style:opacity-0"
          >
            {children(() => setOpen(false))}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}
