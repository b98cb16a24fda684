import type { Contact } from '../../lib/api-types.ts'

/** What to call a person: the name, else the phone, else that they are unknown. */
export function contactName(contact: Pick<Contact, 'name' | 'phone'> & { email?: string | null }): string {
  return contact.name?.trim() || contact.phone || contact.email || 'Unknown person'
}
