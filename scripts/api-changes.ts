// When: by the tests of the contract, and by npm run types.
// What: names what in one OpenAPI document would break programs written for an earlier one. What is only added breaks nothing.
import {
  type Document,
  type Operation,
  operationsOf,
  type Parameter,
  resolved,
  type Schema,
} from '../server/src/http/openapi/document.ts'

interface Pair {
  readonly before: Document
  readonly after: Document
}

/** One sentence for each change that takes something away from programs, or asks more of them. */
export function breakingChanges(before: Document, after: Document): string[] {
  const present = new Map(operationsOf(after))
  return operationsOf(before).flatMap(([name, operation]) => {
    const now = present.get(name)
    return now ? changesOf(name, operation, now, { before, after }) : [`${name} is gone`]
  })
}

function changesOf(name: string, was: Operation, is: Operation, documents: Pair): string[] {
  return [
    ...(was.security?.length === 0 && is.security?.length !== 0 ? [`${name} asks for a session now`] : []),
    ...inParameters(name, was.parameters ?? [], is.parameters ?? [], documents),
    ...inRequest(name, was, is, documents),
    ...inAnswers(name, was, is, documents),
    ...inCodes(name, was, is),
  ]
}

function inParameters(name: string, was: readonly Parameter[], is: readonly Parameter[], documents: Pair): string[] {
  const find = (list: readonly Parameter[], wanted: Parameter) =>
    list.find((one) => one.name === wanted.name && one.in === wanted.in)
  const asked = is.filter((parameter) => parameter.required && !find(was, parameter)?.required)
  return [
    ...asked.map((parameter) => `${name} asks for ${parameter.name} now`),
    ...was.flatMap((parameter) => {
      const now = find(is, parameter)
      if (!now) return [`${name} takes no ${parameter.name} any more`]
      return narrowed(`${name} ${parameter.name}`, parameter.schema, now.schema, documents)
    }),
  ]
}

function inRequest(name: string, was: Operation, is: Operation, documents: Pair): string[] {
  const asked = is.requestBody?.required && !was.requestBody?.required ? [`${name} asks for a body now`] : []
  const types = Object.entries(was.requestBody?.content ?? {})
  return [
    ...asked,
    ...types.flatMap(([type, { schema }]) => {
      const now = is.requestBody?.content[type]
      if (!now) return [`${name} takes no ${type} any more`]
      return schema && now.schema ? narrowed(`${name} body`, schema, now.schema, documents) : []
    }),
  ]
}

function inAnswers(name: string, was: Operation, is: Operation, documents: Pair): string[] {
  return Object.entries(was.responses)
    .filter(([status]) => /^[23]/.test(status))
    .flatMap(([status, { content = {} }]) => {
      const now = is.responses[status]
      if (!now) return [`${name} answers ${status} no more`]
      return Object.entries(content).flatMap(([type, { schema }]) => {
        const answer = now.content?.[type]
        if (!answer) return [`${name} ${status} is no ${type} any more`]
        return schema && answer.schema ? loosened(`${name} ${status}`, schema, answer.schema, documents) : []
      })
    })
}

function inCodes(name: string, was: Operation, is: Operation): string[] {
  const statusOf = ({ responses }: Operation) =>
    new Map(
      Object.entries(responses).flatMap(([status, answer]) => (answer['x-codes'] ?? []).map((code) => [code, status])),
    )
  const now = statusOf(is)
  return [...statusOf(was)]
    .filter(([code, status]) => now.has(code ?? '') && now.get(code ?? '') !== status)
    .map(([code]) => `${name} refuses with ${code} under another status`)
}

/** What a caller might have sent, and may no more. */
function narrowed(where: string, was: Schema, is: Schema, documents: Pair, depth = 0): string[] {
  const [old, now] = [essence(was, documents.before), essence(is, documents.after)]
  if (depth > 8) return []
  const lost = typesOf(was, documents.before).filter((type) => !accepts(typesOf(is, documents.after), type))
  if (lost.length > 0) return [`${where} takes no ${lost.join(' or ')} any more`]
  const words = (old.enum ?? []).filter((word) => now.enum && !now.enum.includes(word))
  const properties = Object.entries(old.properties ?? {})
  const asked = (now.required ?? []).filter((field) => !old.required?.includes(field))
  return [
    ...words.map((word) => `${where} takes no ${JSON.stringify(word)} any more`),
    ...(!old.enum && now.enum ? [`${where} takes certain words only`] : []),
    ...tighter(where, old, now),
    ...(now.properties ? asked.map((field) => `${where}.${field} is asked for now`) : []),
    ...properties.flatMap(([field, inner]) => {
      const next = now.properties?.[field]
      if (!next) return now.properties ? [`${where}.${field} is taken no more`] : []
      return narrowed(`${where}.${field}`, inner, next, documents, depth + 1)
    }),
    ...(old.items && now.items ? narrowed(`${where}[]`, old.items, now.items, documents, depth + 1) : []),
  ]
}

function tighter(where: string, old: Schema, now: Schema): string[] {
  const most = (['maxLength', 'maximum', 'maxItems'] as const).filter((bound) => isLess(now[bound], old[bound]))
  const least = (['minLength', 'minimum', 'minItems'] as const).filter((bound) =>
    isLess(old[bound] ?? 0, now[bound] ?? 0),
  )
  const pattern = now.pattern !== undefined && now.pattern !== old.pattern ? (['pattern'] as const) : []
  const format = now.format !== undefined && now.format !== old.format ? (['format'] as const) : []
  return [...most, ...least, ...pattern, ...format].map((bound) => `${where} has a tighter ${bound}`)
}

function isLess(one: number | undefined, other: number | undefined): boolean {
  return (one ?? Number.POSITIVE_INFINITY) < (other ?? Number.POSITIVE_INFINITY)
}

/** What a caller might have relied on in an answer, and may no more. */
function loosened(where: string, was: Schema, is: Schema, documents: Pair, depth = 0): string[] {
  const [old, now] = [essence(was, documents.before), essence(is, documents.after)]
  if (depth > 8) return []
  const known = typesOf(was, documents.before)
  const added = typesOf(is, documents.after).filter((type) => !accepts(known, type))
  if (added.length > 0) return [`${where} may be ${added.join(' or ')} now`]
  return [
    ...(old.format !== undefined && old.format !== now.format ? [`${where} has another format`] : []),
    ...Object.entries(old.properties ?? {}).flatMap(([field, inner]) => {
      const next = now.properties?.[field]
      if (!next) return [`${where}.${field} is gone`]
      const isOptional = old.required?.includes(field) && !now.required?.includes(field)
      return [
        ...(isOptional ? [`${where}.${field} may be missing now`] : []),
        ...loosened(`${where}.${field}`, inner, next, documents, depth + 1),
      ]
    }),
    ...(old.items && now.items ? loosened(`${where}[]`, old.items, now.items, documents, depth + 1) : []),
  ]
}

/** Of something that may be null, what it is when it is not. */
function essence(schema: Schema, document: Document): Schema {
  const known = resolved(schema, document)
  const choices = (known.anyOf ?? known.oneOf ?? []).map((choice) => resolved(choice, document))
  const [only, ...others] = choices.filter(({ type }) => type !== 'null')
  return only && others.length === 0 ? only : known
}

/** The JSON types a value may have; a choice between schemas has those of each. */
function typesOf(schema: Schema, document: Document): string[] {
  const { type, anyOf, oneOf, ...rest } = resolved(schema, document)
  const choices = anyOf ?? oneOf
  if (choices) return [...new Set(choices.flatMap((choice) => typesOf(choice, document)))]
  if (type !== undefined) return [type].flat() as string[]
  const value = rest.const ?? rest.enum?.[0]
  return value === undefined ? ['anything'] : [value === null ? 'null' : typeof value]
}

function accepts(types: readonly string[], type: string): boolean {
  return types.includes(type) || types.includes('anything') || (type === 'integer' && types.includes('number'))
}
