import type { FakeMeta } from '../types.ts'
import { whatsappIdOf } from '../whatsapp-id.ts'

const shownFor = 25_000

/** Remembers in which chats the business is typing: until its next message, 25 seconds at most. */
export function watchTyping(fake: FakeMeta): (phoneNumberId: string, customer: string) => boolean {
  const until = new Map<string, number>()
  fake.on('typing', ({ phoneNumberId, customer }) => {
    until.set(keyOf(phoneNumberId, customer), Date.now() + shownFor)
  })
  fake.on('sent', ({ phoneNumberId, to }) => {
    until.delete(keyOf(phoneNumberId, to))
  })
  return (phoneNumberId, customer) => (until.get(keyOf(phoneNumberId, customer)) ?? 0) > Date.now()
}

function keyOf(phoneNumberId: string, customer: string): string {
  return `${phoneNumberId}/${whatsappIdOf(customer)}`
}
