import { cx } from '../../ui/cx.ts'

export type Side = 'whatsapp' | 'email' | 'sms'

interface TabsProps {
  label: string
  value: string
  onChange: (value: string) => void
  options: readonly { value: string; label: string }[]
}

/** A few choices side by side, one of them on. */
export function Tabs({ label, value, onChange, options }: TabsProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: toggles, not fields of a form
    <div role="group" aria-label={label} className="flex flex-wrap gap-1">
      {options.map((option) => (
        <button
          key={option.value}
          type="button"
          aria-pressed={option.value === value}
          onClick={() => onChange(option.value)}
          className={cx(
            'h-8 rounded-md px-3 text-sm font-medium',
            option.value === value ? 'bg-raised text-ink ring-1 ring-line-strong' : 'text-ink-soft hover:text-ink',
          )}
        >
          {option.label}
        </button>
      ))}
    </div>
  )
}
