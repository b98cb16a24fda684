// Times as people say them, by the clock of the business. The exact moment is for the title attribute.

const days = { day: 'numeric', month: 'short' } as const

const formatsOf = (timeZone: string | undefined) => {
  const format = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(undefined, { ...options, timeZone })
  return {
    clock: format({ timeStyle: 'short' }),
    weekday: format({ weekday: 'short' }),
    longWeekday: format({ weekday: 'long' }),
    dayMonth: format(days),
    dayMonthYear: format({ ...days, year: 'numeric' }),
    longDay: format({ weekday: 'long', day: 'numeric', month: 'long' }),
    full: format({ dateStyle: 'full', timeStyle: 'long' }),
    // A calendar that counts as ISO 8601 does, whatever the language.
    calendar: new Intl.DateTimeFormat('en-CA', { year: 'numeric', month: '2-digit', day: '2-digit', timeZone }),
  }
}

let formats = formatsOf(undefined)

/** From now on all times are told by the clock of this zone; before, by the clock of the device. */
export function tellTimeOf(zone: string): void {
  formats = formatsOf(zone)
}

/** "14:30". */
export const clockTime = (iso: string) => formats.clock.format(new Date(iso))

/** The moment to the second and by which clock, for those who ask. */
export const exactTime = (iso: string) => formats.full.format(new Date(iso))

/** A key equal for all moments of one day: "2026-03-11". */
export const dayOf = (at: string | Date) => formats.calendar.format(new Date(at))

/** For a row in a list: "14:30" today, then "Yesterday", "Tue", "3 Mar", "3 Mar 2024". */
export function shortWhen(iso: string, now = new Date()): string {
  const date = new Date(iso)
  const days = daysBetween(date, now)
  if (days <= 0) return formats.clock.format(date)
  if (days === 1) return 'Yesterday'
  if (days < 7) return formats.weekday.format(date)
  return dateOf(date, now)
}

/** For a sentence: "today 14:30", "yesterday 09:05", "Tue 18:40", "3 Mar 2024". */
export function spokenWhen(iso: string, now = new Date()): string {
  const date = new Date(iso)
  const days = daysBetween(date, now)
  if (days === 0) return `today ${formats.clock.format(date)}`
  if (days === 1) return `yesterday ${formats.clock.format(date)}`
  if (days > 1 && days < 7) return `${formats.weekday.format(date)} ${formats.clock.format(date)}`
  return dateOf(date, now)
}

/** For the rule between two days of a thread: "Today", "Yesterday", "Tuesday", "Monday, 3 March". */
export function dayName(iso: string, now = new Date()): string {
  const date = new Date(iso)
  const days = daysBetween(date, now)
  if (days === 0) return 'Today'
  if (days === 1) return 'Yesterday'
  if (days > 1 && days < 7) return formats.longWeekday.format(date)
  return dayOf(date).slice(0, 4) === dayOf(now).slice(0, 4) ? formats.longDay.format(date) : dateOf(date, now)
}

/** "23 h", "45 min", "less than a minute": how long until a moment; null once it has passed. */
export function timeLeft(iso: string, now = new Date()): string | null {
  const minutes = (Date.parse(iso) - now.getTime()) / 60_000
  if (minutes <= 0) return null
  if (minutes < 1) return 'less than a minute'
  if (minutes < 60) return `${Math.floor(minutes)} min`
  return `${Math.floor(minutes / 60)} h`
}

function daysBetween(date: Date, now: Date): number {
  return Math.round((Date.parse(dayOf(now)) - Date.parse(dayOf(date))) / 86_400_000)
}

function dateOf(date: Date, now: Date): string {
  const isThisYear = dayOf(date).slice(0, 4) === dayOf(now).slice(0, 4)
  return (isThisYear ? formats.dayMonth : formats.dayMonthYear).format(date)
}
