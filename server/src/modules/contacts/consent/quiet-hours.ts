/** From and to as `21:00`, by the clock on the wall; over midnight when it ends before it begins. */
export interface QuietHours {
  readonly from: string
  readonly to: string
}

/** When the quiet ends that reigns now in a time zone; undefined when it does not. Clock changes are taken as they fall. */
export function quietUntil({ from, to }: QuietHours, zone: string, now: Date): Date | undefined {
  const wall = onTheWall(now, zone)
  const minute = minutesOf(wall)
  const [begins, ends] = [minutesIn(from), minutesIn(to)]
  const isQuiet = begins < ends ? minute >= begins && minute < ends : minute >= begins || minute < ends
  if (!isQuiet) return undefined
  const midnight = Date.UTC(wall.getUTCFullYear(), wall.getUTCMonth(), wall.getUTCDate())
  const end = midnight + (minute < ends ? 0 : day) + ends * 60_000
  return instantOf(end, zone, now)
}

const day = 24 * 60 * 60_000

/** The moment at which a clock on the wall shows a time; where the clock leaps over it, the first moment after. */
function instantOf(shown: number, zone: string, after: Date): Date {
  const around = [shown - day, shown + day].map((at) => shown - offsetAt(new Date(at), zone)).sort((a, b) => a - b)
  const first = around.find((at) => at > after.getTime() && onTheWall(new Date(at), zone).getTime() === shown)
  return new Date(first ?? Math.max(...around))
}

function offsetAt(at: Date, zone: string): number {
  return onTheWall(at, zone).getTime() - Math.floor(at.getTime() / 1000) * 1000
}

/** What the clock shows, read as if it were UTC. */
function onTheWall(at: Date, zone: string): Date {
  const parts = formatOf(zone).formatToParts(at)
  const part = (type: Intl.DateTimeFormatPartTypes) => Number(parts.find((one) => one.type === type)?.value)
  return new Date(Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second')))
}

const formats = new Map<string, Intl.DateTimeFormat>()

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone)
  if (known) return known
  const numeric = 'numeric' as const
  const fields = { year: numeric, month: numeric, day: numeric, hour: numeric, minute: numeric, second: numeric }
  const format = new Intl.DateTimeFormat('en-US', { ...fields, timeZone, hourCycle: 'h23', calendar: 'gregory' })
  formats.set(timeZone, format)
  return format
}

function minutesOf(wall: Date): number {
  return wall.getUTCHours() * 60 + wall.getUTCMinutes()
}

function minutesIn(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return hours * 60 + minutes
}

/** True when all these zones show the same time at a moment. */
export function showTheSame(zones: readonly string[], at: Date): boolean {
  const [first, ...others] = zones.map((zone) => onTheWall(at, zone).getTime())
  return others.every((shown) => shown === first)
}
