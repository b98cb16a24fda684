import type { Conversation } from '../../lib/api-types.ts'

type Called = Pick<Conversation['contact'], 'name' | 'phone'> & { username?: string | null }

/** What to call the other side: the name, else the phone, the username, else that it is unknown. */
export function contactName({ name, phone, username }: Called): string {
  return name?.trim() || phone || (username && `@${username}`) || 'Unknown person'
}
