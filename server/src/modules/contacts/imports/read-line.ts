import { z } from 'zod'
import { toE164 } from '#lib/phone'
import { type MarketingWord, readMarketing } from '../consent/in-files.ts'
import { longestLabel, mostLabels, nameLimit, notesLimit } from '../contact.ts'
import { splitLabels } from '../csv-lines.ts'
import { type Field, longestValue } from '../fields/field.ts'
import { readValue } from '../fields/read-value.ts'
import { whatItTakes } from '../fields/set-values.ts'
import { byEmail, byPhone, type KnownBy } from '../identity.ts'
import { excerptOf, type Fault } from './faults.ts'
import type { Plan, Target } from './plan.ts'

/** What a line says of a person. */
export interface LinePerson {
  readonly id?: string
  readonly name?: string
  readonly notes?: string
  readonly known: readonly KnownBy[]
  readonly labels: readonly string[]
  readonly marketing?: MarketingWord
  readonly values: ReadonlyMap<string, string>
}

interface Draft {
  id?: string
  name?: string
  notes?: string
  given?: string
  family?: string
  known: KnownBy[]
  labels: string[]
  marketing?: MarketingWord
  values: Map<string, string>
}

/** Reads the cells of a line by the plan, or says what is wrong with the first that can't be read. */
export function readLine(cells: readonly string[], plan: Plan, fields: readonly Field[]): LinePerson | Fault {
  const surplus = cells.slice(plan.columns.length).some((cell) => cell.trim() !== '')
  const count = `${plan.columns.length}`
  if (surplus) return { code: 'too_many_columns', about: count, excerpt: excerptOf(cells.at(-1) ?? '') }
  if (cells.length < plan.columns.length) return { code: 'too_few_columns', about: count }

  const draft: Draft = { known: [], labels: [], values: new Map() }
  for (const [at, { name: column, target }] of plan.columns.entries()) {
    if (target === 'ignore') continue
    const written = cells[at] ?? ''
    const fault = readCell(draft, written, { target, plan, fields })
    if (fault) return { column, excerpt: excerptOf(written), ...fault }
  }
  if (draft.known.length === 0 && draft.id === undefined) return { code: 'nobody' }
  const { given, family, ...person } = draft
  const whole = [given, family].filter((part) => part !== undefined).join(' ')
  return { ...person, ...(draft.name === undefined && whole !== '' ? { name: whole } : {}) }
}

interface Column {
  readonly target: Target
  readonly plan: Plan
  readonly fields: readonly Field[]
}

function readCell(draft: Draft, written: string, { target, plan, fields }: Column): Fault | undefined {
  if (written.includes('\u0000')) return { code: 'unreadable' }
  const { text, isFormula } = unguarded(written.toWellFormed())
  if (text === '') return undefined
  if (target === 'phone') return readPhones(draft, text, plan.country)
  if (isFormula) return { code: 'formula' }
  switch (target) {
    case 'email':
      return readEmails(draft, text)
    case 'labels':
      return readLabels(draft, text)
    case 'marketing':
      return readConsent(draft, text)
    case 'name':
      return readText(draft, text, { into: 'name', most: nameLimit })
    case 'given_name':
      return readText(draft, text, { into: 'given', most: 99 })
    case 'family_name':
      return readText(draft, text, { into: 'family', most: 99 })
    case 'notes':
      return readText(draft, text, { into: 'notes', most: notesLimit })
    case 'id':
      // An id of another list is nothing of ours: who the line means, the number or the address tells.
      if (isId.test(text)) draft.id = text.toLowerCase()
      return undefined
    case 'ignore':
      return undefined
    default:
      return readField(draft, text, { field: fields.find(({ id }) => target === `field:${id}`), country: plan.country })
  }
}

const marketingTakes = 'Write yes, no, or the channels they agree to, such as “WhatsApp, e-mail”.'

const isId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** Without the apostrophe that spreadsheets and our own export put before what would else be taken for a formula. */
function unguarded(written: string): { text: string; isFormula: boolean } {
  const trimmed = written.trim()
  if (/^'+[=+\-@\t\r]/.test(trimmed)) return { text: trimmed.slice(1), isFormula: false }
  const quoted = /^="([^"]*)"$/.exec(trimmed)
  if (quoted) return { text: (quoted[1] ?? '').trim(), isFormula: false }
  return { text: trimmed, isFormula: /^[=@]/.test(trimmed) }
}

function readPhones(draft: Draft, text: string, country: string): Fault | undefined {
  for (const one of text.split(/\s*[;|\n]\s*|\s+:::\s+/)) {
    const number = one.replace(/^=/, '').trim()
    if (number === '') continue
    if (number.length > 60) return { code: 'invalid_phone' }
    const whole = withoutExponent(number)
    if (whole === undefined) return { code: 'shortened_number' }
    // WhatsApp and many lists write the country code without the plus.
    const e164 = toE164(whole, country) ?? (/^[1-9]\d{10,14}$/.test(whole) ? toE164(`+${whole}`) : undefined)
    // A number WhatsApp knows a person of ours by came from us and is right, whatever the numbering plans say.
    const ours = draft.id !== undefined && /^\+[1-9]\d{6,14}$/.test(whole) ? whole : undefined
    const read = e164 ?? ours
    if (!read) return { code: 'invalid_phone' }
    add(draft, byPhone(read))
  }
  return undefined
}

/** 4.47911123456E+11 still has all its digits; 4.47911E+11 has lost some for good: undefined. */
function withoutExponent(number: string): string | undefined {
  const shortened = /^(\d)[.,]?(\d*)E\+?(\d{1,2})$/i.exec(number)
  if (!shortened) return number
  const digits = `${shortened[1]}${shortened[2]}`
  return digits.length === Number(shortened[3]) + 1 ? digits : undefined
}

const Email = z.email().max(254)

function readEmails(draft: Draft, text: string): Fault | undefined {
  for (const one of text.split(/\s*[;,|\n]\s*|\s+:::\s+/)) {
    const address = one.replace(/^mailto:/i, '')
    if (address === '') continue
    if (!Email.safeParse(address).success) return { code: 'invalid_email' }
    add(draft, byEmail(address))
  }
  return undefined
}

function add({ known }: Draft, one: KnownBy): void {
  if (!known.some(({ kind, matchKey }) => kind === one.kind && matchKey === one.matchKey)) known.push(one)
}

function readConsent(draft: Draft, text: string): Fault | undefined {
  const marketing = readMarketing(text)
  if (!marketing) return { code: 'invalid_value', about: marketingTakes }
  draft.marketing = marketing
  return undefined
}

function readLabels(draft: Draft, text: string): Fault | undefined {
  const labels = splitLabels(text)
  if (labels.some((label) => lengthOf(label) > longestLabel)) return { code: 'too_long', about: `${longestLabel}` }
  draft.labels.push(...labels.filter((label) => !draft.labels.includes(label)))
  return draft.labels.length > mostLabels ? { code: 'too_many_labels', about: `${mostLabels}` } : undefined
}

interface Text {
  readonly into: 'name' | 'given' | 'family' | 'notes'
  readonly most: number
}

function readText(draft: Draft, text: string, { into, most }: Text): Fault | undefined {
  if (lengthOf(text) > most) return { code: 'too_long', about: `${most}` }
  draft[into] = into === 'notes' && draft.notes ? `${draft.notes}\n${text}`.slice(0, most) : text
  return undefined
}

function readField(
  { values }: Draft,
  text: string,
  { field, country }: { field: Field | undefined; country: string },
): Fault | undefined {
  if (!field) return undefined
  if (text.length > longestValue) return { code: 'too_long', about: `${longestValue}` }
  const value = readValue(field, text, country)
  if (value === undefined) return { code: 'invalid_value', about: whatItTakes(field) }
  values.set(field.id, value)
  return undefined
}

/** As PostgreSQL counts: by code points. */
function lengthOf(text: string): number {
  return text.length > 40 ? Array.from(text).length : text.length
}
