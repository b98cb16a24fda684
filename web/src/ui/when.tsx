import { useFromNow } from '../lib/use-now.ts'
import { dayOf, exactTime, shortWhen, spokenWhen } from '../lib/when.ts'

/** A moment as people say it, exact on hover, right even after midnight. */
export function When({ at, spoken = false, className }: { at: string; spoken?: boolean; className?: string }) {
  useFromNow(dayOf)
  return (
    <time dateTime={at} title={exactTime(at)} className={className}>
      {spoken ? spokenWhen(at) : shortWhen(at)}
    </time>
  )
}
