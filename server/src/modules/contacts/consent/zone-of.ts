import { countryOf } from '#lib/phone'
import { showTheSame } from './quiet-hours.ts'

export interface Address {
  readonly kind: string
  readonly value: string
}

/**
 * By which clock a person lives: that of the country their number belongs to, when the whole country has one, else that of
 * the business. WhatsApp's own ids begin with the country too.
 */
export function zoneOf({ kind, value }: Address, ofBusiness: string, now: Date): string {
  const country = kind === 'phone' ? countryOf(value) : kind === 'whatsapp_user_id' ? value.slice(0, 2) : undefined
  if (!country || !/^[A-Z]{2}$/.test(country)) return ofBusiness
  const zones = zonesIn(country)
  const [zone] = zones
  return zone !== undefined && showTheSame(zones, now) ? zone : ofBusiness
}

function zonesIn(country: string): readonly string[] {
  const locale = new Intl.Locale(`und-${country}`) as Intl.Locale & { getTimeZones?: () => string[] | undefined }
  return locale.getTimeZones?.() ?? []
}
