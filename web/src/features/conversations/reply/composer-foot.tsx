import { segmentsOf } from '../../../lib/segments.ts'
import { cx } from '../../../ui/cx.ts'
import { lengthOf } from './length.ts'
import type { WindowState } from './window-state.ts'

interface ComposerFootProps {
  text: string
  state: Extract<WindowState, { kind: 'open' }>
  isOffline: boolean
}

// From how much of what fits one is told how much is left.
const nearlyFull = 0.88

/** The line below the box: how long one may write freely, how much fits, what keeps it from going out. */
export function ComposerFoot({ text, state, isOffline }: ComposerFootProps) {
  const { left, isShort, waits, longest } = state
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
      {length >= nearlyFull * longest ? (
        <span role="status" className={cx('figures', length > longest ? 'text-red' : 'text-amber')}>
          {length > longest ? `${length - longest} characters too many` : `${longest - length} characters left`}
        </span>
      ) : state.isBySegment && length > 0 ? (
        <Segments text={text} />
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

/** How many texts this one is sent as, each of which is paid for, and why there may be more than one thinks. */
function Segments({ text }: { text: string }) {
  const { isPlain, count } = segmentsOf(text.trim())
  const why = isPlain
    ? undefined
    : 'A sign in it is not in the plain alphabet of SMS: 70 characters fit in place of 160.'
  return (
    <span className={cx('figures', !isPlain && 'text-amber')} title={why}>
      {count === 1 ? '1 segment' : `${count} segments`}
      {!isPlain && ' · special characters'}
    </span>
  )
}
