import { useToday } from '../lib/use-now.ts'
import { exactTime, shortWhen, spokenWhen } from '../lib/when.ts'

/** A moment as people say it, exact on hover, right even after midnight. */
export function When({ at, spoken = false, className }: { at: string; spoken?: boolean; className?: string }) {
  const today = new Date(useToday())
  return (
    <time dateTime={at} title={exactTime(at)} className={className}>
      {spoken ? spokenWhen(at, today) : shortWhen(at, today)}
    </time>
  )
}
