import { countryOf } from '#lib/phone'
import type { ConsentLanguage } from './words.ts'

const countries: Readonly<Partial<Record<ConsentLanguage, readonly string[]>>> = {
  es: [
    ...['ES', 'MX', 'AR', 'BO', 'CL', 'CO', 'CR', 'CU', 'DO', 'EC', 'GQ', 'GT', 'HN', 'NI', 'PA', 'PE', 'PY', 'SV'],
    ...['UY', 'VE'],
  ],
  pt: ['BR', 'PT', 'AO', 'CV', 'GW', 'MZ', 'ST', 'TL'],
}

/** The language a number suggests, where a word is said in all of them; English for whoever knows. */
export function languageOf(phone: string | undefined): ConsentLanguage {
  const country = phone === undefined ? undefined : countryOf(phone)
  if (country === undefined) return 'en'
  const found = (Object.keys(countries) as ConsentLanguage[]).find((language) => countries[language]?.includes(country))
  return found ?? 'en'
}
