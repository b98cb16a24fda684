import { Menu as Base } from '@base-ui/react/menu'
import { Check } from 'lucide-react'
import type { ReactElement, ReactNode } from 'react'
import { cx } from './cx.ts'

interface MenuProps {
  trigger: ReactElement
  children: ReactNode
  align?: 'start' | 'end'
  side?: 'top' | 'bottom'
}

/** A list of acts or choices that drops from its trigger. */
export function Menu({ trigger, children, align = 'start', side = 'bottom' }: MenuProps) {
  return (
    <Base.Root modal={false}>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner align={align} side={side} sideOffset={6} collisionPadding={8} className="z-50">
          <Base.Popup
            className={cx(
              'max-h-[min(26rem,var(--available-height))] min-w-48 max-w-80 overflow-y-auto rounded-md border border-line',
              'bg-raised p-1 shadow-float transition-opacity data-ending-style:opacity-0 data-starting-style:opacity-0',
            )}
          >
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}

const itemClass =
  'flex min-h-9 w-full cursor-default select-none items-center gap-2.5 rounded-sm px-2.5 py-1.5 text-sm text-ink ' +
  'outline-none data-highlighted:bg-sunken data-disabled:text-ink-soft'

interface ItemProps {
  onSelect?: () => void
  children: ReactNode
  render?: ReactElement
}

/** An act in a menu; `render` turns it into a link. */
export function MenuItem({ onSelect, children, render }: ItemProps) {
  return (
    <Base.Item className={itemClass} onClick={onSelect} {...(render ? { render } : {})}>
      {children}
    </Base.Item>
  )
}

interface ChoiceProps {
  value: string
  onChange: (value: string) => void
  options: readonly { value: string; label: ReactNode; isDisabled?: boolean }[]
  label: string
}

/** One choice out of a few; the chosen one carries a check mark. */
export function MenuChoice({ value, onChange, options, label }: ChoiceProps) {
  return (
    <Base.RadioGroup value={value} onValueChange={onChange} aria-label={label}>
      {options.map((option) => (
        <Base.RadioItem
          key={option.value}
          value={option.value}
          disabled={option.isDisabled ?? false}
          closeOnClick
          className={itemClass}
        >
          <span className="min-w-0 flex-1 truncate">{option.label}</span>
          <Base.RadioItemIndicator keepMounted className="data-unchecked:invisible">
            <Check aria-hidden className="size-4 text-accent-ink" />
          </Base.RadioItemIndicator>
        </Base.RadioItem>
      ))}
    </Base.RadioGroup>
  )
}

/** Some acts that belong together, under their name where they have one. */
export function MenuGroup({ label, children }: { label: string | null; children: ReactNode }) {
  return (
    <Base.Group>
      {label && <Base.GroupLabel className="px-2.5 pt-1.5 pb-0.5 text-xs text-ink-soft">{label}</Base.GroupLabel>}
      {children}
    </Base.Group>
  )
}

/** A hairline between two groups of a menu. */
export const MenuRule = () => <Base.Separator className="my-1 h-px bg-line" />
