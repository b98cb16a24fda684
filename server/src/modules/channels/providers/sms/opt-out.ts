import type { InboundMessage } from '../../inbound/hands.ts'

// The words that Twilio itself acts on. CANCEL, END and QUIT end texts, too, since Twilio refuses to send any after them.
const stop = ['stop', 'stopall', 'unsubscribe', 'cancel', 'end', 'quit', 'revoke', 'optout']
// YES is left out: it answers many questions.
const start = ['start', 'unstop']

/** What a text means for consent; undefined for what is only a text. A service with words of its own says so itself. */
export function consentIn(text: string | null, optOutType: string | null): InboundMessage['consent'] {
  const word = (text ?? '')
    .trim()
    .replace(/[.!]+$/, '')
    .toLowerCase()
  const said = optOutType?.toLowerCase()
  if (said === 'stop' || (!said && stop.includes(word))) return 'withdrawn'
  if (said === 'start' || (!said && start.includes(word))) return 'granted'
  return undefined
}
