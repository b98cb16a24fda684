import { type CountryCode, parsePhoneNumberFromString } from 'libphonenumber-js/max'

/** A phone number in E.164, or undefined when it is none. Numbers without a country code are read as of the given country. */
export function toE164(typed: string, country?: string): string | undefined {
  const options = { extract: false, ...(country ? { defaultCountry: country as CountryCode } : {}) }
  const parsed = parsePhoneNumberFromString(typed, options)
  if (parsed?.isPossible() && !parsed.ext) return parsed.number
  return oldMexicanMobile(typed)
}

/**
 * One key for all spellings of a number that reach the same person. WhatsApp writes some numbers otherwise than people
 * dial them: Brazil's mobile ninth digit, Mexico's 1 and Argentina's 9 after the country code may be there or not.
 */
export function phoneMatchKey(e164: string): string {
  const digits = e164.replace(/\D/g, '')
  return (
    // Brazil: 55, two digits of area, then 9 and eight digits beginning with 6 to 9. Landlines (2 to 5) never take a ninth.
    digits
      .replace(/^55(\d{2})9([6-9]\d{7})$/, '55$1$2')
      // Mexico: 52 1 and ten digits.
      .replace(/^521(\d{10})$/, '52$1')
      // Argentina: 54 9 and ten digits.
      .replace(/^549(\d{10})$/, '54$1')
  )
}

/** Mexico dropped the 1 of mobile numbers in 2019, and so did the numbering plan; WhatsApp and many address books did not. */
function oldMexicanMobile(typed: string): string | undefined {
  const bare = typed.replace(/[\s().-]/g, '')
  return /^\+521\d{10}$/.test(bare) ? bare : undefined
}

/** The country a number belongs to, such as `ES`; undefined where its code is shared and the digits don't tell. */
export function countryOf(e164: string): string | undefined {
  const parsed = [e164, `+${phoneMatchKey(e164)}`].map((spelled) => parsePhoneNumberFromString(spelled)?.country)
  return parsed.find((country) => country !== undefined)
}
