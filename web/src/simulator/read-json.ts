// Careful reading of what the provider's messages hold: any part of them may be missing.

type Json = Record<string, unknown>

/** The object under this key (or the thing itself for null); empty when there is none. */
export function objectIn(holder: unknown, key: string | null): Json {
  const value = key === null ? holder : isObject(holder) ? holder[key] : undefined
  return isObject(value) ? value : {}
}

export function textIn(holder: unknown, key: string): string | null {
  const value = isObject(holder) ? holder[key] : undefined
  return typeof value === 'string' && value ? value : null
}

/** The objects in the list under this key (or in the thing itself for null). */
export function listIn(holder: unknown, key: string | null): Json[] {
  const value = key === null ? holder : isObject(holder) ? holder[key] : undefined
  return Array.isArray(value) ? value.filter(isObject) : []
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
