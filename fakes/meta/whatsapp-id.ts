/**
 * The number as WhatsApp knows it, digits only. Three countries dial one person in two ways: Brazil's ninth digit is
 * kept only in the areas up to 28, Mexico's old mobile 1 and Argentina's mobile 9 are always there.
 */
export function whatsappIdOf(number: string): string {
  const digits = number.replace(/\D/g, '')

  const brazil = /^55([1-9]\d)9?([6-9]\d{7})$/.exec(digits)
  if (brazil) return `55${brazil[1]}${Number(brazil[1]) <= 28 ? '9' : ''}${brazil[2]}`

  const mexico = /^521?(\d{10})$/.exec(digits)
  if (mexico) return `521${mexico[1]}`

  const argentina = /^549?(\d{10})$/.exec(digits)
  if (argentina) return `549${argentina[1]}`

  return digits
}

/** Whether this is a business-scoped user id and no number. */
export function isUserId(value: string): boolean {
  return /^[A-Z]{2}\.[A-Za-z0-9.]{1,128}$/.test(value)
}
