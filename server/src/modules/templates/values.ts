import { localeOf } from './languages.ts'
import { Said } from './liquid.ts'
import type { Variable } from './template.ts'

/** Whose words values are written in. */
export interface Reader {
  readonly language: string
  readonly timezone: string
  readonly currency: string
}

/** A value in its reader's words; undefined when it is not of its type. */
export function sayValue({ type }: Pick<Variable, 'type'>, given: string, reader: Reader): Said | undefined {
  const value = given.trim()
  switch (type) {
    case 'text':
    case 'name':
      return new Said(value, () => value)
    case 'url':
      return isPage(value) ? new Said(value, () => value) : undefined
    case 'money':
      return sayMoney(value, reader)
    case 'date':
    case 'time':
      return sayTime(type, value, reader)
    default: {
      const never: never = type
      return never
    }
  }
}

const isPage = (value: string) => /^https?:\/\/[^\s]+$/i.test(value) && URL.canParse(value)

function sayMoney(value: string, { language, currency }: Reader): Said | undefined {
  const [, amount, own] = /^(-?\d{1,12}(?:\.\d{1,4})?)(?:\s+([A-Z]{3}))?$/.exec(value) ?? []
  if (amount === undefined) return undefined
  const format = new Intl.NumberFormat(localeOf(language), { style: 'currency', currency: own ?? currency })
  // A no-break space is one sign more for nothing, and a text message with it costs twice as much.
  const said = format.format(Number(amount)).replace(/[\u00a0\u202f]/g, ' ')
  return new Said(said, () => said)
}

const styles: Readonly<Record<string, Intl.DateTimeFormatOptions>> = {
  date: { weekday: 'long', day: 'numeric', month: 'long' },
  'date short': { day: 'numeric', month: 'short' },
  'date full': { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  time: { hour: 'numeric', minute: '2-digit' },
}

/** A day or a time of day is said as it is; a moment is said as the clock on the business's wall shows it. */
function sayTime(type: 'date' | 'time', value: string, { language, timezone }: Reader): Said | undefined {
  const isLocal = /^\d{4}-\d\d-\d\d$/.test(value) || /^\d\d:\d\d$/.test(value)
  const isMoment = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/.test(value)
  if (!isLocal && !isMoment) return undefined
  if (isLocal && (type === 'time') === value.includes('-')) return undefined
  const at = new Date(!isLocal ? value : value.includes('-') ? `${value}T00:00:00Z` : `2026-01-01T${value}:00Z`)
  // The 30th of February would become the 2nd of March.
  if (Number.isNaN(at.getTime()) || (isLocal && !at.toISOString().includes(value))) return undefined
  const sayIn = (style: string) => {
    const options = styles[style] ?? styles[type]
    const format = new Intl.DateTimeFormat(localeOf(language), { ...options, timeZone: isLocal ? 'UTC' : timezone })
    return format.format(at).replace(/[\u00a0\u202f]/g, ' ')
  }
  return new Said(sayIn(type), sayIn)
}

/** As WhatsApp takes a value: it refuses line breaks, tabs and more than four spaces in a row. */
export function inOneLine(said: string): string {
  return said
    .replace(/[\r\n\t\u2028\u2029]+/g, ' ')
    .replace(/ {4,}/g, '   ')
    .trim()
}
