import { currencyOf } from './countries.ts'

export interface Option {
  value: string
  label: string
}

/** Every country by name. */
export const countryOptions = (): Option[] => named([...currencyOf.keys()], 'region', (_code, name) => name)

/** Every currency in use, by code and name. */
export const currencyOptions = (): Option[] =>
  named([...new Set(currencyOf.values())], 'currency', (code, name) => `${code} – ${name}`)

/** Every time zone this browser knows, and the given one. */
export function zoneOptions(current: string): Option[] {
  const zones = [...new Set([current, 'UTC', ...Intl.supportedValuesOf('timeZone')])].sort()
  return zones.map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ').replaceAll('/', ' / ') }))
}

function named(codes: string[], type: 'region' | 'currency', label: (code: string, name: string) => string): Option[] {
  const names = new Intl.DisplayNames(undefined, { type })
  return codes
    .map((value) => ({ value, label: label(value, names.of(value) ?? value) }))
    .sort((a, b) => a.label.localeCompare(b.label))
}
