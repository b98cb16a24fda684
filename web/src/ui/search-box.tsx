import { Search, X } from 'lucide-react'
import type { KeyboardEvent } from 'react'
import { cx } from './cx.ts'
import { boxClass } from './field.tsx'

interface SearchBoxProps {
  label: string
  value: string
  onChange: (value: string) => void
}

/** Where one types what one looks for; Escape clears it. */
export function SearchBox({ label, value, onChange }: SearchBoxProps) {
  const clearOnEscape = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !value) return
    event.stopPropagation()
    onChange('')
  }
  return (
    <search className="relative block">
      <Search aria-hidden className="pointer-events-none absolute top-2.5 left-2.5 size-4 text-ink-soft" />
      <input
        type="text"
        inputMode="search"
        enterKeyHint="search"
        aria-label={label}
        placeholder={label}
        maxLength={200}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={clearOnEscape}
        className={cx(boxClass, 'h-9 border-transparent bg-sunken pr-9 pl-8.5')}
      />
      {value && (
        <button
          type="button"
          aria-label="Clear the search"
          onClick={() => onChange('')}
          className="absolute top-0 right-0 inline-flex size-9 items-center justify-center rounded-md text-ink-soft hover:text-ink"
        >
          <X aria-hidden className="size-4" />
        </button>
      )}
    </search>
  )
}
