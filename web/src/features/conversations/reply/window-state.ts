import type { Channel, Conversation } from '../../../lib/api-types.ts'
import { timeLeft } from '../../../lib/when.ts'
import { longest } from './length.ts'

export type WindowState =
  | ({ kind: 'open'; left: string | null; isShort: boolean; waits: string | null } & Carried)
  | { kind: 'closed'; why: string; fix: 'channels' | null }

/** What the channel carries of what one writes. */
export interface Carried {
  /** Most characters of a text. */
  longest: number
  /** Texts are paid for by the segment. */
  isBySegment: boolean
  carriesFiles: boolean
  /** Buttons, places, contact cards and the like. */
  carriesMore: boolean
}

const short = 60 * 60_000

/** Whether one may write to the customer now, for how long, and if not, why. */
export function windowState(conversation: Conversation, channel: Channel | null | undefined, now: Date): WindowState {
  if (channel === null) {
    return { kind: 'closed', why: 'The number this conversation came through is no longer connected.', fix: 'channels' }
  }
  if (channel?.status === 'disabled') {
    return { kind: 'closed', why: `${channel.name} is turned off, so nothing can be sent from it.`, fix: 'channels' }
  }
  const { open, closesAt } = conversation.window
  const left = closesAt ? timeLeft(closesAt, now) : null
  if (!open || (closesAt && !left)) return { kind: 'closed', why: closedWords(conversation), fix: null }
  return {
    kind: 'open',
    left,
    isShort: closesAt !== null && Date.parse(closesAt) - now.getTime() < short,
    waits: channel && channel.status !== 'connected' ? waitingWords(channel) : null,
    ...carriedBy(channel),
  }
}

function carriedBy(channel: Channel | undefined): Carried {
  if (!channel) return { longest, isBySegment: false, carriesFiles: true, carriesMore: true }
  const { textLimit, kinds } = channel.capabilities
  return {
    longest: textLimit,
    isBySegment: channel.kind === 'sms',
    carriesFiles: kinds.includes('image'),
    carriesMore: kinds.includes('interactive'),
  }
}

/** What is written now goes out once the channel works again. */
function waitingWords(channel: Channel): string {
  const why = channel.statusReason?.message ?? `${channel.name} is not connected yet.`
  return `${why} What you send now goes out once that is repaired.`
}

function closedWords(conversation: Conversation): string {
  const who = conversation.contact.name?.trim() || 'the customer'
  return `WhatsApp lets a business write freely for 24 hours after a customer’s last message. You can answer again when ${who} writes.`
}
