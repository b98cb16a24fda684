// When: by npm run types and by the tests of the contract.
// What: the API as it was promised last, kept in docs/openapi.released.json without words and examples.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Document } from '../server/src/http/openapi/document.ts'
import { root } from './steps.ts'

const file = join(root, 'docs/openapi.released.json')
const words = new Set(['description', 'summary', 'example', 'tags', 'operationId', 'info', 'headers'])

export function released(): Document {
  return JSON.parse(readFileSync(file, 'utf8')) as Document
}

/** Promises what this document describes: programs may rely on it from now on. */
export function promise(document: Document): void {
  const bare = JSON.stringify(
    document,
    (key, value) => (words.has(key) && !isField(value) ? undefined : core(value)),
    1,
  )
  writeFileSync(file, bare.replace(/\n {4,}/g, ' '))
}

/** Of a refusal its codes: all of them look alike. */
function core(value: unknown): unknown {
  const isRefusal = typeof value === 'object' && value !== null && 'x-codes' in value
  return isRefusal ? { 'x-codes': value['x-codes'] } : value
}

/** A field of a body may be called `description`, too; then it is a schema. */
function isField(value: unknown): boolean {
  return typeof value === 'object' && value !== null && ('type' in value || '$ref' in value || 'anyOf' in value)
}

/** The served document as it is kept beside the guides. */
export function asFile(document: string): string {
  return `${JSON.stringify(JSON.parse(document), null, 1)}\n`
}
