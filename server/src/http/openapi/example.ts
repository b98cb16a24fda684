import { type Document, resolved, type Schema } from './document.ts'
import { ids, words } from './words.ts'

const deepest = 8

/**
 * A realistic value that a schema allows: words from this business's day where they fit, the schema's own defaults, bounds and
 * formats otherwise.
 */
export function exampleOf(schema: Schema, document: Document, name = '', depth = 0): unknown {
  const known = resolved(schema, document)
  if (known.const !== undefined) return known.const
  if (words[name] === null && allowsNull(known, document)) return null
  const choices = known.anyOf ?? known.oneOf
  if (choices) return exampleOf(theMostTelling(choices, document), document, name, depth)
  if (known.allOf) return Object.assign({}, ...known.allOf.map((part) => exampleOf(part, document, name, depth)))
  if (known.enum) return known.enum.includes(words[name]) ? words[name] : known.enum.find((value) => value !== null)

  const type = [known.type].flat().find((one) => one !== 'null')
  if (type === 'object') return exampleObject(known, document, name, depth)
  if (type === 'array') return exampleList(known, document, name, depth)
  if (type === 'string') return exampleText(known, name)
  if (type === 'boolean') return words[name] === true
  if (type === 'integer' || type === 'number') return exampleNumber(known, name)
  return null
}

function allowsNull(schema: Schema, document: Document): boolean {
  const { type, anyOf = [], oneOf = [] } = resolved(schema, document)
  return [type].flat().includes('null') || [...anyOf, ...oneOf].some((choice) => allowsNull(choice, document))
}

function theMostTelling(choices: readonly Schema[], document: Document): Schema {
  return choices.find((choice) => resolved(choice, document).type !== 'null') ?? choices[0] ?? {}
}

function exampleObject({ properties }: Schema, document: Document, name: string, depth: number): unknown {
  if (!properties) return typeof words[name] === 'object' ? words[name] : {}
  const shown = depth > deepest ? [] : Object.entries(properties)
  return Object.fromEntries(
    shown.map(([key, inner]) => [key, exampleOf(inner, document, wordFor(name, key), depth + 1)]),
  )
}

function exampleList(
  { items, prefixItems, maxItems }: Schema,
  document: Document,
  name: string,
  depth: number,
): unknown {
  if (prefixItems) return prefixItems.map((item) => exampleOf(item, document, name, depth + 1))
  return items && maxItems !== 0 && depth <= deepest ? [exampleOf(items, document, singular(name), depth + 1)] : []
}

function exampleText(schema: Schema, name: string): string {
  const fitting = [words[name], schema.default, byFormat(schema.format, name), name, 'a'.repeat(schema.minLength ?? 1)]
  return String(fitting.find((word) => typeof word === 'string' && fits(word, schema)) ?? '')
}

function fits(word: string, { pattern, minLength = 0, maxLength = Number.POSITIVE_INFINITY, format }: Schema): boolean {
  const isFormatted =
    format === undefined ||
    pattern !== undefined ||
    byFormat(format, '') === undefined ||
    looks[format]?.test(word) !== false
  return (
    isFormatted &&
    word.length >= minLength &&
    word.length <= maxLength &&
    (!pattern || new RegExp(pattern, 'u').test(word))
  )
}

const looks: Readonly<Record<string, RegExp>> = {
  uuid: /^[0-9a-f]{8}-/,
  'date-time': /^\d{4}-\d\d-\d\dT/,
  date: /^\d{4}-\d\d-\d\d$/,
  email: /@/,
  uri: /^https?:/,
}

function byFormat(format: string | undefined, name: string): string | undefined {
  if (format === 'uuid') return ids[name] ?? ids.id
  if (format === 'date-time') return '2026-03-02T09:00:00.000Z'
  if (format === 'date') return '2026-03-02'
  if (format === 'email') return 'ana@example.com'
  if (format === 'uri') return 'https://desk.example.com'
  return undefined
}

function exampleNumber(
  { minimum = 0, maximum = Number.POSITIVE_INFINITY, default: usual }: Schema,
  name: string,
): number {
  const word = words[name] ?? usual
  return typeof word === 'number' && word >= minimum && word <= maximum ? word : Math.min(Math.max(1, minimum), maximum)
}

/** The name of a field where that tells enough, else with what it is a field of. */
function wordFor(owner: string, key: string): string {
  const full = `${singular(owner)}.${key}`
  return full in words || full in ids ? full : key
}

function singular(name: string): string {
  return name.replace(/ies$/, 'y').replace(/s$/, '')
}
