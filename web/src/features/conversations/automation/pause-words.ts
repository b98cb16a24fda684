import type { Conversation } from '../../../lib/api-types.ts'

/** Why automation stands back, as one says it to the member who looks. */
export function pauseWords({ why, by }: Conversation['automation'], memberId: string | undefined): string {
  const who = by && (by.id === memberId ? 'you' : by.name)
  if (why === 'reply') return `Automation pauses here since ${who ?? 'somebody'} replied${who ? '' : ' on the phone'}`
  if (why === 'handoff') return 'Automation pauses here since a person was asked for'
  return who ? `Automation pauses here: ${who} stopped it` : 'Automation pauses here'
}
