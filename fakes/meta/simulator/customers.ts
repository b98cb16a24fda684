import { isObject } from '../read-json.ts'
import type { BusinessNumber, FakeMeta, Persona } from '../types.ts'
import { whatsappIdOf } from '../whatsapp-id.ts'
import { invalid, notFound, PhoneRefusal } from './refusal.ts'

/** Everybody one can be: the personas, and whoever else has written to a number of ours. */
export function customersOf(fake: FakeMeta): Persona[] {
  const known = new Map(fake.chats.personas.map((persona) => [whatsappIdOf(persona.phone), persona]))
  for (const { customer, name, userId } of fake.chats.all) {
    if (known.has(customer) || !/^\d+$/.test(customer)) continue
    known.set(customer, { id: customer, name: name ?? `+${customer}`, phone: customer, userId: userId ?? '' })
  }
  return [...known.values()]
}

export function getCustomer(fake: FakeMeta, id: string): Persona {
  const customer = customersOf(fake).find((one) => one.id === id)
  if (!customer) throw notFound('person')
  return customer
}

export function getNumber(fake: FakeMeta, phoneNumberId: string): BusinessNumber {
  const number = fake.numbers.find((one) => one.phoneNumberId === phoneNumberId)
  if (!number) throw notFound('business')
  return number
}

/** Gives the phone a new owner, or refuses a name or number that cannot be. */
export function addCustomer(fake: FakeMeta, wish: unknown): Persona {
  const { name, phone } = isObject(wish) ? wish : {}
  if (typeof name !== 'string' || !name.trim() || name.trim().length > 60) {
    throw invalid('name', 'Give the person a name of up to 60 letters.')
  }
  const digits = typeof phone === 'string' && /^\+?[\d\s().-]+$/.test(phone.trim()) ? phone.replace(/\D/g, '') : ''
  if (!/^[1-9]\d{7,14}$/.test(digits)) {
    throw invalid('phone', 'Write the number with its country, such as +49 171 3920002.')
  }
  const customer = whatsappIdOf(digits)
  const twin = customersOf(fake).find((one) => whatsappIdOf(one.phone) === customer)
  if (twin) throw new PhoneRefusal(409, 'number_taken', `That number is ${twin.name}'s already.`, 'phone')

  const persona = { id: customer, name: name.trim(), phone: customer, userId: `ZZ.${customer}` }
  fake.chats.addPersona(persona)
  return persona
}
