/** Text as PostgreSQL can keep it: NUL and lone surrogates, which it refuses, become the replacement character. */
export function storableText(text: string): string {
  return text.replaceAll('\u0000', '\uFFFD').toWellFormed()
}

/** The same for every string and key inside a JSON value. */
export function storableJson<T>(value: T): T {
  return mapStrings(value) as T
}

function mapStrings(value: unknown): unknown {
  if (typeof value === 'string') return storableText(value)
  if (Array.isArray(value)) return value.map(mapStrings)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [storableText(key), mapStrings(inner)]))
}

/** Whether a text shows anything: not only spaces, joiners and marks of direction. */
export function isVisible(text: string): boolean {
  return /[^\p{C}\p{Z}]/u.test(text)
}
