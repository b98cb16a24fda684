import { useNow } from '../../../lib/use-now.ts'
import { dayName } from '../../../lib/when.ts'

/** Where one day of a thread ends and another begins. */
export function DayRule({ at }: { at: string }) {
  const now = useNow()
  return (
    <li className="mt-5 mb-1 flex items-center gap-3 text-xs text-ink-soft first:mt-0">
      <span aria-hidden className="h-px flex-1 bg-line" />
      <h2>{dayName(at, now)}</h2>
      <span aria-hidden className="h-px flex-1 bg-line" />
    </li>
  )
}
