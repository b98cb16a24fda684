import { currencyOf } from './countries.ts'

export interface Place {
  timezone: string
  country: string
  currency: string
}

/** Where this browser seems to be: by its time zone first, by its language when the zone tells no country. */
export function guessPlace(): Place {
  const timezone = Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC'
  const country = countryOfZone(timezone) ?? countryOfLanguage() ?? 'US'
  return { timezone, country, currency: currencyOf.get(country) ?? 'USD' }
}

function countryOfZone(timezone: string): string | undefined {
  return [...currencyOf.keys()].find((country) => zonesOf(country).includes(timezone))
}

/** Not every engine knows the zones of a country. */
function zonesOf(country: string): readonly string[] {
  const locale: Intl.Locale & { getTimeZones?: () => string[] | undefined } = new Intl.Locale(`und-${country}`)
  return locale.getTimeZones?.() ?? []
}

function countryOfLanguage(): string | undefined {
  const region = new Intl.Locale(navigator.language).maximize().region
  return region && currencyOf.has(region) ? region : undefined
}
