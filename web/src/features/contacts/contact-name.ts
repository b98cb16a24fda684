import type { Contact } from '../../lib/api-types.ts'

type Called = Pick<Contact, 'name' | 'phone'> & { email?: string | null; username?: string | null }

/** What to call a person: the name, else the phone, the username, the address, else that they are unknown. */
export function contactName({ name, phone, username, email }: Called): string {
  return name?.trim() || phone || (username && `@${username}`) || email || 'Unknown person'
}
