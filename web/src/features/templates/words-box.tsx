import { useId, useRef } from 'react'
import type { TemplateVariable } from '../../lib/api-types.ts'
import { cx } from '../../ui/cx.ts'
import { inputClass } from '../../ui/field.tsx'
import { Menu, MenuItem } from '../../ui/menu.tsx'

interface WordsBoxProps {
  label: string
  value: string
  onChange: (value: string) => void
  problem: string | undefined
  /** Characters it may have; left out where it is counted otherwise. */
  most?: number
  /** In place of the count. */
  count?: string | undefined
  rows?: number
  variables?: readonly TemplateVariable[]
  disabled: boolean
}

/** A box for words with how many fit, what is wrong with them, and the variables one can put in. */
export function WordsBox({
  label,
  value,
  onChange,
  problem,
  most,
  count,
  rows = 1,
  variables,
  disabled,
}: WordsBoxProps) {
  const id = useId()
  const box = useRef<HTMLTextAreaElement>(null)
  const length = [...value].length
  const insert = (name: string) => {
    const { selectionStart: at = length, selectionEnd: end = length } = box.current ?? {}
    onChange(`${value.slice(0, at)}{{ ${name} }}${value.slice(end)}`)
    requestAnimationFrame(() => {
      box.current?.focus()
      box.current?.setSelectionRange(at + name.length + 6, at + name.length + 6)
    })
  }
  return (
    <div className="flex flex-col gap-1.5">
      <div className="flex min-h-6 items-end justify-between gap-2">
        <label htmlFor={id} className="text-sm font-medium">
          {label}
        </label>
        {variables && variables.length > 0 && !disabled && (
          <Menu
            align="end"
            trigger={
              <button type="button" className="rounded-sm text-xs font-medium text-accent-ink hover:underline">
                Insert a variable
              </button>
            }
          >
            {variables.map(({ name, example }) => (
              <MenuItem key={name} onSelect={() => insert(name)}>
                <span className="min-w-0">
                  <span className="block font-medium">{name}</span>
                  <span className="block truncate text-xs text-ink-soft">such as {example}</span>
                </span>
              </MenuItem>
            ))}
          </Menu>
        )}
      </div>
      <textarea
        ref={box}
        id={id}
        rows={rows}
        dir="auto"
        value={value}
        disabled={disabled}
        aria-invalid={problem ? true : undefined}
        aria-describedby={`${id}-below`}
        onChange={(event) => onChange(event.target.value)}
        className={cx(inputClass, 'min-h-10 resize-y py-2 leading-6 md:leading-5')}
      />
      <p id={`${id}-below`} className="flex justify-between gap-3 text-xs text-ink-soft">
        <span role="status" className="text-red">
          {problem}
        </span>
        <span className={cx('figures shrink-0', most !== undefined && length > most && 'text-red')}>
          {count ?? (most === undefined ? '' : `${length} / ${most}`)}
        </span>
      </p>
    </div>
  )
}
