import { storableText } from '#lib/storable-text'
import { type FieldKind, longestValue } from './field.ts'

interface Readable {
  readonly kind: FieldKind
  readonly choices: readonly string[]
}

/**
 * What was typed, in the one form its kind is kept in; undefined when it is nothing of the kind. `country` tells how a date
 * in figures is meant: the month stands first in the United States only.
 */
export function readValue(field: Readable, typed: string, country?: string): string | undefined {
  const text = storableText(typed).trim()
  if (text === '' || text.length > longestValue) return undefined
  switch (field.kind) {
    case 'text':
      return text
    case 'number':
      return readNumber(text)
    case 'date':
      return readDate(text, country)
    case 'choice':
      return field.choices.find((choice) => choice.toLowerCase() === text.toLowerCase())
    case 'yes_no':
      return yesOrNo.get(text.toLowerCase())
    default: {
      const never: never = field.kind
      return never
    }
  }
}

/** A comma or a point may begin the decimals: where both occur, the last one does; one alone that occurs twice groups. */
function readNumber(text: string): string | undefined {
  const bare = text.replace(/[\s\u00a0\u202f'’]/g, '')
  const signs = bare.match(/[.,]/g) ?? []
  // 1,234 is a thousand to some and one and a quarter to others.
  if (signs.length === 1 && /,\d{3}$/.test(bare)) return undefined
  if (signs.length > 1 && !/^-?\d{1,3}([.,]\d{3})+([.,]\d+)?$/.test(bare)) return undefined
  const hasDecimals = signs.length === 1 || new Set(signs).size > 1
  const point = hasDecimals ? Math.max(bare.lastIndexOf(','), bare.lastIndexOf('.')) : bare.length
  const [whole, rest] = [bare.slice(0, point).replace(/[.,]/g, ''), bare.slice(point + 1)]
  if (!/^-?\d{1,15}$/.test(whole) || !/^\d{0,6}$/.test(rest) || (hasDecimals && rest === '')) return undefined

  const short = whole.replace(/^(-?)0+(?=\d)/, '$1')
  const fraction = rest.replace(/0+$/, '')
  if (fraction) return `${short}.${fraction}`
  return short === '-0' ? '0' : short
}

function readDate(text: string, country: string | undefined): string | undefined {
  const iso = /^(\d{4})-(\d{2})-(\d{2})(?:[T ][\d:.]+Z?)?$/.exec(text)
  if (iso) return existing(iso[1], iso[2], iso[3])
  const figures = country ? /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})$/.exec(text) : null
  if (!figures) return undefined
  const [, one, other, year] = figures
  return country === 'US' ? existing(year, one, other) : existing(year, other, one)
}

/** The day, if the calendar has it. */
function existing(year = '', month = '', day = ''): string | undefined {
  const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const at = new Date(`${written}T00:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(written) && year >= '1000' ? written : undefined
}

const yesOrNo = new Map([
  ...['yes', 'y', 'true', '1', 'x', 'sí', 'si', 's', 'ja', 'j', 'oui', 'o'].map((word) => [word, 'yes'] as const),
  ...['no', 'n', 'false', '0', 'nein', 'non'].map((word) => [word, 'no'] as const),
])
