/** The text or number at a dotted path of something unknown, as text; null where there is none. */
export function readPath(value: unknown, path: string): string | null {
  let here = value
  for (const step of path.split('.')) {
    if (typeof here !== 'object' || here === null || !Object.hasOwn(here, step)) return null
    here = (here as Record<string, unknown>)[step]
  }
  const isPlain = typeof here === 'string' || typeof here === 'number' || typeof here === 'boolean'
  return isPlain && here !== '' ? String(here) : null
}
