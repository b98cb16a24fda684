import { type ReactNode, useId } from 'react'
import { cx } from '../../../../ui/cx.ts'
import { inputClass } from '../../../../ui/field.tsx'
import { lengthOf } from './limits.ts'

interface LineProps {
  label: string
  value: string
  onChange: (value: string) => void
  /** Characters at most. */
  most: number
  placeholder?: string
  /** A box for several lines. */
  isLong?: boolean
  /** Says nothing of the name above the box; it is read out all the same. */
  isBare?: boolean
  /** What is wrong with it, besides its length. */
  wrong?: string | null
  type?: 'text' | 'tel' | 'email' | 'url'
  aside?: ReactNode
}

/** One thing to fill in, with a quiet count that turns amber and then red. */
export function Line({
  label,
  value,
  onChange,
  most,
  isLong,
  isBare,
  wrong,
  type = 'text',
  aside,
  ...rest
}: LineProps) {
  const id = useId()
  const length = lengthOf(value)
  const left = most - length
  const shared = {
    id,
    value,
    dir: 'auto' as const,
    placeholder: rest.placeholder,
    'aria-invalid': left < 0 || wrong ? (true as const) : undefined,
    'aria-describedby': wrong ? `${id}-wrong` : undefined,
  }
  return (
    <div className="flex min-w-0 flex-1 flex-col gap-1">
      <div className={cx('flex items-baseline justify-between gap-2', isBare && left >= most * 0.2 && 'sr-only')}>
        <label htmlFor={id} className={cx('text-xs font-medium', isBare && 'sr-only')}>
          {label}
        </label>
        {left < most * 0.2 && (
          <span role="status" className={cx('figures ml-auto text-xs', left < 0 ? 'text-red' : 'text-amber')}>
            {left < 0 ? `${-left} too many` : `${left} left`}
          </span>
        )}
      </div>
      <div className="flex gap-1.5">
        {isLong ? (
          <textarea
            {...shared}
            rows={2}
            onChange={(event) => onChange(event.target.value)}
            className={cx(inputClass, 'field-sizing-content max-h-32 min-h-16 resize-none py-2')}
          />
        ) : (
          <input
            {...shared}
            type={type}
            onChange={(event) => onChange(event.target.value)}
            className={cx(inputClass, 'h-9 min-w-0')}
          />
        )}
        {aside}
      </div>
      {wrong && (
        <p id={`${id}-wrong`} className="text-xs text-red">
          {wrong}
        </p>
      )}
    </div>
  )
}
