import type { Entry } from './entry.ts'

type Change = Entry['changes'][number]
/** Members by id, as far as the page's facts name them. */
export type Names = ReadonlyMap<string, string>

/**
 * What was there before and after, as far as the fact tells: `{ from, to }` for the whole, under a field's name, or in a list.
 * Secrets and what people wrote are in no fact to begin with.
 */
export function changesOf(fact: string, details: Readonly<Record<string, unknown>>, names: Names): Change[] {
  if ('from' in details && 'to' in details) return moved(wholeOf(fact), details.from, details.to, names)
  return Object.entries(details).flatMap(([field, value]) => {
    if (isMove(value)) return moved(field, value.from, value.to, names)
    if (Array.isArray(value))
      return value.filter(isMove).flatMap((each) => moved(each.name ?? each.check ?? field, each.from, each.to, names))
    if (isRecord(value) && (field === 'changes' || field === 'change')) return changesOf(fact, value, names)
    return []
  })
}

/** The ids a fact's changes speak of. */
export function idsIn(details: Readonly<Record<string, unknown>>): string[] {
  return JSON.stringify(details).match(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g) ?? []
}

interface Move {
  readonly from: unknown
  readonly to: unknown
  readonly name?: string
  readonly check?: string
}

/** Of two descriptions only what differs. */
function moved(field: string, from: unknown, to: unknown, names: Names): Change[] {
  if (!isRecord(from) || !isRecord(to) || isMoney(from) || isMoney(to)) return [change(field, from, to, names)]
  const keys = [...new Set([...Object.keys(from), ...Object.keys(to)])]
  return keys.flatMap((key) => (same(from[key], to[key]) ? [] : moved(key, from[key], to[key], names)))
}

function change(field: string, from: unknown, to: unknown, names: Names): Change {
  return { field: fieldWords[field] ?? inWords(field), from: said(from, names), to: said(to, names) }
}

const fieldWords: Readonly<Record<string, string>> = {
  assigneeId: 'assigned to',
  ownerId: 'owner',
  slug: 'address',
  timezone: 'time zone',
  displayPhoneNumber: 'phone number',
  apiUrl: 'API address',
}

/** What a `from` and a `to` that stand alone are of. */
function wholeOf(fact: string): string {
  const [, field = 'value'] = /_?([a-z]+)_changed$/.exec(fact) ?? []
  return field
}

function said(value: unknown, names: Names): string | null {
  if (value === null || value === undefined || value === '') return null
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (Array.isArray(value)) return value.length === 0 ? null : value.map((each) => said(each, names)).join(', ')
  if (isMoney(value)) return `${value.amount / 100} ${value.currency}`
  if (isRecord(value)) return JSON.stringify(value)
  return names.get(String(value)) ?? String(value)
}

function inWords(field: string): string {
  return field
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replaceAll('_', ' ')
    .toLowerCase()
}

function isMove(value: unknown): value is Move {
  return isRecord(value) && 'from' in value && 'to' in value
}

function isMoney(value: unknown): value is { amount: number; currency: string } {
  return isRecord(value) && typeof value.amount === 'number' && typeof value.currency === 'string'
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
