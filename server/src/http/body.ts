import type { FastifyInstance } from 'fastify'
import { Refusal } from '#lib/refusal'
import { storableJson, storableText } from '#lib/storable-text'

/**
 * Reads JSON bodies so that nothing in them can trip the database later: bytes that are no UTF-8 are refused, NUL and lone
 * surrogates become the replacement character.
 */
export function readJsonBodies(http: FastifyInstance): void {
  const parse = http.getDefaultJsonParser('error', 'error')
  http.removeContentTypeParser('application/json')
  http.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body, done) => {
    const text = decode(body as Buffer)
    if (text === undefined) return done(new Refusal('invalid_json', 400, 'The body is not valid UTF-8.'))
    if (text === '') return done(null, undefined)
    return parse(request, text, (error, value) =>
      error ? done(new Refusal('invalid_json', 400, 'The body is not valid JSON.')) : done(null, storableJson(value)),
    )
  })
}

/** Query strings under the same rule; a parameter given twice counts once, the last one. */
export function readQuery(query: string): Record<string, string> {
  return Object.fromEntries(
    [...new URLSearchParams(query)].map(([name, value]) => [storableText(name), storableText(value)]),
  )
}

function decode(bytes: Buffer): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}
