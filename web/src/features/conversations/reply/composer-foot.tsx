import { cx } from '../../../ui/cx.ts'
import { lengthOf, longest } from './length.ts'

interface ComposerFootProps {
  text: string
  left: string | null
  isShort: boolean
  waits: string | null
  isOffline: boolean
}

const nearlyFull = 3_600

/** The line below the box: how long one may write freely, how much fits, what keeps it from going out. */
export function ComposerFoot({ text, left, isShort, waits, isOffline }: ComposerFootProps) {
  const length = lengthOf(text)
  const trouble = isOffline ? 'You are offline. What you write is kept.' : waits
  return (
    <p className="mx-auto flex min-h-9 max-w-200 items-center justify-between gap-3 px-4 py-1.5 text-xs text-ink-soft">
      {trouble ? (
        <span role="status" className="text-amber">
          {trouble}
        </span>
      ) : (
        <span className={cx('figures', isShort && 'text-amber')}>{left && `${left} left to reply freely`}</span>
      )}
      {length >= nearlyFull ? (
        <span role="status" className={cx('figures', length > longest ? 'text-red' : 'text-amber')}>
          {length > longest ? `${length - longest} characters too many` : `${longest - length} characters left`}
        </span>
      ) : (
        !trouble && (
          <span aria-hidden className="hidden pointer-fine:lg:inline">
            Enter sends · Shift-Enter new line
          </span>
        )
      )}
    </p>
  )
}
