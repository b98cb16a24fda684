import type { Entry } from './entry.ts'
import type { Recorded } from './recorded.ts'

/** What a fact was done to, and what it is called. */
export function subjectOf(fact: Recorded): Entry['subject'] {
  const { name, area, subjectId: id } = fact
  if (name.startsWith('tenancy.invitation')) return { kind: 'invitation', id, name: fact.invitedEmail }
  if (area === 'members' || area === 'accounts') return { kind: 'member', id, name: fact.memberName }
  if (area === 'tokens') return { kind: 'token', id, name: fact.subjectTokenName }
  if (area === 'channels' && fact.channelName !== null) return { kind: 'channel', id, name: fact.channelName }
  if (fact.conversationId !== null) return { kind: 'conversation', id: fact.conversationId, name: nameOfContact(fact) }
  if (fact.contactId !== null) return { kind: 'contact', id: fact.contactId, name: nameOfContact(fact) }
  return { kind: area === 'workspace' || area === 'audit' ? 'workspace' : area, id, name: null }
}

function nameOfContact({ contactName, contactPhone }: Recorded): string | null {
  return contactName ?? contactPhone
}
