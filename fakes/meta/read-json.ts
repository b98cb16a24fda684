import type { Json } from './types.ts'

/** The object under this key, or an empty one. */
export function objectIn(holder: unknown, key: string): Json {
  const value = isObject(holder) ? holder[key] : undefined
  return isObject(value) ? value : {}
}

export function stringIn(holder: Json, key: string): string | null {
  const value = holder[key]
  return typeof value === 'string' ? value : null
}

/** The objects in the list under this key; whatever else is in it is left out. */
export function listIn(holder: unknown, key: string): Json[] {
  const value = isObject(holder) ? holder[key] : undefined
  return Array.isArray(value) ? value.filter(isObject) : []
}

export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
