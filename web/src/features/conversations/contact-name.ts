import type { Conversation } from '../../lib/api-types.ts'

/** What to call the other side: the name, else the phone, else that it is unknown. */
export function contactName(contact: Conversation['contact']): string {
  return contact.name?.trim() || contact.phone || 'Unknown person'
}
