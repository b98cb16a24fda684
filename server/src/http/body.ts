import type { FastifyInstance } from 'fastify'
import { Refusal } from '#lib/refusal'
import { storableJson, storableText } from '#lib/storable-text'

const deepest = 40
const mostValues = 50_000

/**
 * Reads JSON bodies so that nothing in them can trip the database later: bytes that are no UTF-8 are refused, NUL and lone
 * surrogates become the replacement character, and what is nested so deeply or made of so many pieces that nobody wrote it is
 * refused before it is taken apart.
 */
export function readJsonBodies(http: FastifyInstance): void {
  const parse = http.getDefaultJsonParser('error', 'error')
  http.removeContentTypeParser('application/json')
  http.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body, done) => {
    const text = decode(body as Buffer)
    if (text === undefined) return done(new Refusal('invalid_json', 400, 'The body is not valid UTF-8.'))
    if (text === '') return done(null, undefined)
    if (isTooComplex(text))
      return done(
        new Refusal('body_too_complex', 413, `A body may be ${deepest} levels deep and hold ${mostValues} values.`),
      )
    return parse(request, text, (error, value) =>
      error ? done(new Refusal('invalid_json', 400, 'The body is not valid JSON.')) : done(null, storableJson(value)),
    )
  })
}

/** Where strangers knock, nobody has much to say: bodies there are bounded tighter than a member's. */
export function boundStrangersBodies(http: FastifyInstance): void {
  http.addHook('onRoute', (route) => {
    if (route.url.startsWith('/api/v1/') && !route.url.startsWith('/api/v1/w/')) route.bodyLimit ??= 16_384
  })
}

/** Query strings under the same rule; a parameter given twice counts once, the last one. */
export function readQuery(query: string): Record<string, string> {
  return Object.fromEntries(
    [...new URLSearchParams(query)].map(([name, value]) => [storableText(name), storableText(value)]),
  )
}

/** Counts brackets, commas and colons outside of strings: whether it is JSON at all is the parser's to say. */
function isTooComplex(text: string): boolean {
  let depth = 0
  let values = 1
  for (let at = 0; at < text.length; at++) {
    const sign = text[at]
    if (sign === '"') at = endOfString(text, at)
    else if (sign === '{' || sign === '[') depth++
    else if (sign === '}' || sign === ']') depth--
    else if (sign === ',' || sign === ':') values++
    if (depth > deepest || values > mostValues) return true
  }
  return false
}

function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    if (text[at] === '\\') at++
    else if (text[at] === '"') return at
  }
  return text.length
}

function decode(bytes: Buffer): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}
