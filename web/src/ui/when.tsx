import { useNow } from '../lib/use-now.ts'
import { exactTime, shortWhen, spokenWhen } from '../lib/when.ts'

/** A moment as people say it, exact on hover, kept right as time passes. */
export function When({ at, spoken = false, className }: { at: string; spoken?: boolean; className?: string }) {
  const now = useNow()
  return (
    <time dateTime={at} title={exactTime(at)} className={className}>
      {spoken ? spokenWhen(at, now) : shortWhen(at, now)}
    </time>
  )
}
