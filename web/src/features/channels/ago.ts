import { spokenWhen } from '../../lib/when.ts'

const relative = new Intl.RelativeTimeFormat(undefined, { numeric: 'auto' })

/** "just now", "3 minutes ago", "5 hours ago", then the day: how long something is past. */
export function ago(iso: string, now: Date): string {
  const minutes = Math.floor((now.getTime() - Date.parse(iso)) / 60_000)
  if (minutes < 1) return 'just now'
  if (minutes < 60) return relative.format(-minutes, 'minute')
  if (minutes < 24 * 60) return relative.format(-Math.floor(minutes / 60), 'hour')
  return spokenWhen(iso, now)
}
