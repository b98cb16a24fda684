// Times as people say them. The exact moment is for the title attribute.

const clock = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit' })
const weekday = new Intl.DateTimeFormat(undefined, { weekday: 'short' })
const longWeekday = new Intl.DateTimeFormat(undefined, { weekday: 'long' })
const dayMonth = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short' })
const dayMonthYear = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short', year: 'numeric' })
const longDay = new Intl.DateTimeFormat(undefined, { weekday: 'long', day: 'numeric', month: 'long' })
const full = new Intl.DateTimeFormat(undefined, { dateStyle: 'full', timeStyle: 'medium' })

/** "14:30". */
export const clockTime = (iso: string) => clock.format(new Date(iso))

/** The moment to the second, for those who ask. */
export const exactTime = (iso: string) => full.format(new Date(iso))

/** For a row in a list: "14:30" today, then "Yesterday", "Tue", "3 Mar", "3 Mar 2024". */
export function shortWhen(iso: string, now = new Date()): string {
  const date = new Date(iso)
  const days = daysBetween(date, now)
  if (days <= 0) return clock.format(date)
  if (days === 1) return 'Yesterday'
  if (days < 7) return weekday.format(date)
  return date.getFullYear() === now.getFullYear() ? dayMonth.format(date) : dayMonthYear.format(date)
}

/** For a sentence: "today 14:30", "yesterday 09:05", "Tue 18:40", "3 Mar 2024". */
export function spokenWhen(iso: string, now = new Date()): string {
  const date = new Date(iso)
  const days = daysBetween(date, now)
  if (days === 0) return `today ${clock.format(date)}`
  if (days === 1) return `yesterday ${clock.format(date)}`
  if (days > 1 && days < 7) return `${weekday.format(date)} ${clock.format(date)}`
  return date.getFullYear() === now.getFullYear() ? dayMonth.format(date) : dayMonthYear.format(date)
}

/** For the rule between two days of a thread: "Today", "Yesterday", "Tuesday", "Monday, 3 March". */
export function dayName(iso: string, now = new Date()): string {
  const date = new Date(iso)
  const days = daysBetween(date, now)
  if (days === 0) return 'Today'
  if (days === 1) return 'Yesterday'
  if (days > 1 && days < 7) return longWeekday.format(date)
  return date.getFullYear() === now.getFullYear() ? longDay.format(date) : dayMonthYear.format(date)
}

/** A key equal for all moments of one local day. */
export const localDay = (iso: string) => new Date(iso).toDateString()

/** "23 h", "45 min", "less than a minute": how long until a moment; null once it has passed. */
export function timeLeft(iso: string, now = new Date()): string | null {
  const minutes = (Date.parse(iso) - now.getTime()) / 60_000
  if (minutes <= 0) return null
  if (minutes < 1) return 'less than a minute'
  if (minutes < 60) return `${Math.floor(minutes)} min`
  return `${Math.floor(minutes / 60)} h`
}

function daysBetween(date: Date, now: Date): number {
  const midnight = (day: Date) => Date.UTC(day.getFullYear(), day.getMonth(), day.getDate())
  return Math.round((midnight(now) - midnight(date)) / 86_400_000)
}
