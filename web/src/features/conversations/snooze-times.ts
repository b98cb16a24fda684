export interface SnoozeTime {
  words: string
  at: Date
}

interface WallTime {
  year: number
  /** 1 to 12. */
  month: number
  day: number
  hour: number
  minute: number
}

const morning = 9
const evening = 20
const hour = 3_600_000

/** When a conversation may come back, as people say it, by the clock of the business. */
export function snoozeTimes(now: Date, zone: string): SnoozeTime[] {
  const here = wallTime(now, zone)
  const later = wallTime(new Date(now.getTime() + 3 * hour), zone)
  const daysToMonday = (8 - weekdayOf(here)) % 7 || 7
  const isStillToday = later.day === here.day && later.hour < evening
  return [
    ...(isStillToday ? [{ words: 'Later today', at: instantOf({ ...later, minute: 0 }, zone) }] : []),
    { words: 'Tomorrow morning', at: instantOf(inDays(here, 1), zone) },
    { words: 'Next week', at: instantOf(inDays(here, daysToMonday), zone) },
  ]
}

/** The moment at which the clocks of a zone show this. Where they skip it, what they show instead. */
export function instantOf(wall: WallTime, zone: string): Date {
  const asUtc = Date.UTC(wall.year, wall.month - 1, wall.day, wall.hour, wall.minute)
  const guess = asUtc - offsetAt(asUtc, zone)
  return new Date(asUtc - offsetAt(guess, zone))
}

/** What the box for a date and a time holds ("2026-03-11T09:00"), read by the clock of a zone; null when it is none. */
export function readWallTime(text: string, zone: string): Date | null {
  const parts = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)/.exec(text)?.slice(1).map(Number)
  if (!parts) return null
  const [year = 0, month = 0, day = 0, hours = 0, minute = 0] = parts
  return instantOf({ year, month, day, hour: hours, minute }, zone)
}

/** The same the other way round. */
export function writeWallTime(at: Date, zone: string): string {
  const { year, month, day, hour: hours, minute } = wallTime(at, zone)
  const two = (part: number) => `${part}`.padStart(2, '0')
  return `${year}-${two(month)}-${two(day)}T${two(hours)}:${two(minute)}`
}

/** "Mon 16 Mar, 09:00" by the clock of a zone. */
export function spokenIn(zone: string, at: Date): string {
  return new Intl.DateTimeFormat(undefined, {
    ...{ weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' },
    timeZone: zone,
  }).format(at)
}

function inDays(from: WallTime, days: number): WallTime {
  const date = new Date(Date.UTC(from.year, from.month - 1, from.day + days))
  return {
    ...{ year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() },
    ...{ hour: morning, minute: 0 },
  }
}

/** 1 is Monday, 7 is Sunday. */
const weekdayOf = ({ year, month, day }: WallTime) => new Date(Date.UTC(year, month - 1, day)).getUTCDay() || 7

function offsetAt(at: number, zone: string): number {
  const { year, month, day, hour: hours, minute } = wallTime(new Date(at), zone)
  return Date.UTC(year, month - 1, day, hours, minute) - Math.floor(at / 60_000) * 60_000
}

function wallTime(at: Date, zone: string): WallTime {
  const format = new Intl.DateTimeFormat('en', {
    ...{ year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric' },
    ...{ hourCycle: 'h23', timeZone: zone },
  })
  const parts = new Map(format.formatToParts(at).map(({ type, value }) => [type as string, Number(value)]))
  const part = (name: string) => parts.get(name) ?? 0
  return { year: part('year'), month: part('month'), day: part('day'), hour: part('hour'), minute: part('minute') }
}
