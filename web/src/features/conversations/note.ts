import type { Message } from '../../lib/api-types.ts'

/** True for what staff wrote for staff. A provider's own kind of that name is none. */
export function isNote({ kind, senderType }: Pick<Message, 'kind' | 'senderType'>): boolean {
  return kind === 'note' && senderType === 'member'
}
