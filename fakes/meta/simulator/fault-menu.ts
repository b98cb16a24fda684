import { isObject } from '../read-json.ts'
import type { Fault } from '../types.ts'
import { invalid } from './refusal.ts'

interface MenuItem {
  id: string
  title: string
  explanation: string
  fault: Fault
}

/** What can go wrong between a business and WhatsApp, in words for somebody who has never seen it happen. */
export const faultMenu: readonly MenuItem[] = [
  {
    id: 'drop',
    title: 'Drop the connection after accepting the next reply',
    explanation: 'The customer gets it, but the business is never told. Sending it again would double it.',
    fault: { kind: 'dropAfterAccepting', times: 1 },
  },
  {
    id: 'lose',
    title: 'Lose the next reply on the way',
    explanation: 'The connection breaks before WhatsApp has the message. Nobody gets it.',
    fault: { kind: 'loseBeforeAccepting', times: 1 },
  },
  {
    id: 'stall',
    title: 'Take 30 seconds to answer the next reply',
    explanation: 'The message is accepted and its receipts arrive long before the answer does.',
    fault: { kind: 'stall', ms: 30_000, times: 1 },
  },
  {
    id: 'throttle',
    title: 'Say "too fast" to the next reply',
    explanation: 'The number sends more per second than WhatsApp allows (130429). It should be tried again later.',
    fault: { kind: 'error', code: 130429, times: 1 },
  },
  {
    id: 'pair',
    title: 'Say "too many to this person" to the next reply',
    explanation: 'One customer was written to too often in a short time (131056).',
    fault: { kind: 'error', code: 131056, times: 1 },
  },
  {
    id: 'unreachable',
    title: 'Refuse the next reply: this person cannot be reached',
    explanation: 'The customer has no WhatsApp any more or blocked the business (131026). Trying again is no use.',
    fault: { kind: 'error', code: 131026, details: 'The recipient cannot be reached.', times: 1 },
  },
  {
    id: 'duplicate',
    title: 'Send the next webhook twice',
    explanation: 'WhatsApp promises at least once, not exactly once. The inbox should show it once.',
    fault: { kind: 'duplicate', times: 1 },
  },
  {
    id: 'reorder',
    title: 'Report "delivered" before "sent"',
    explanation: 'Receipts come in any order. The ticks should never go backwards.',
    fault: { kind: 'reorder', on: true },
  },
  {
    id: 'html',
    title: 'Answer the next reply with a web page',
    explanation: 'Something between the business and WhatsApp shows its own error page.',
    fault: { kind: 'html', times: 1 },
  },
  {
    id: 'empty',
    title: 'Answer the next reply with nothing',
    explanation: 'A success with an empty body: nobody knows what became of the message.',
    fault: { kind: 'empty', times: 1 },
  },
  {
    id: 'http500',
    title: 'Answer the next reply with an inner error',
    explanation: 'HTTP 500 without a word of explanation.',
    fault: { kind: 'http500', times: 1 },
  },
  {
    id: 'fileGone',
    title: 'Forget the next file before it is fetched',
    explanation: 'WhatsApp hands files out for seven days. The inbox says that it is gone and offers to ask again.',
    fault: { kind: 'media', trouble: 'gone', times: 1 },
  },
  {
    id: 'fileBroken',
    title: 'Break off the next file halfway',
    explanation: 'The download is cut. It is tried again, and nothing half is ever shown.',
    fault: { kind: 'media', trouble: 'brokenOff', times: 1 },
  },
  {
    id: 'access',
    title: 'Let the business’s access expire',
    explanation: 'Nothing can be sent and the channel asks to be repaired. Clearing the faults makes it valid again.',
    fault: { kind: 'tokenExpired' },
  },
  {
    id: 'unsubscribed',
    title: 'Take the app off the account',
    explanation: 'WhatsApp no longer tells it what customers write. The channel page offers to subscribe again.',
    fault: { kind: 'notSubscribed' },
  },
  {
    id: 'quality',
    title: 'Lower the number’s quality to red',
    explanation: 'Many customers blocked or reported the number. WhatsApp may limit it.',
    fault: { kind: 'quality', rating: 'RED' },
  },
]

/** The fault asked for: one from the menu by `id`, or any error by its `code`. */
export function chooseFault(wish: unknown): Fault {
  const { id, code } = isObject(wish) ? wish : {}
  if (typeof code === 'number' && Number.isInteger(code) && code >= 0 && code < 1e9) {
    return { kind: 'error', code, times: 1 }
  }
  if (code !== undefined) throw invalid('code', 'An error code is a whole number, such as 131000.')
  const item = faultMenu.find((one) => one.id === id)
  if (!item) throw invalid('id', 'Choose a fault from the menu.')
  return item.fault
}

/** The menu and what is in force, each with how often it will still strike (null: until cleared). */
export function faultsView(active: readonly Fault[]) {
  return {
    menu: faultMenu.map(({ id, title, explanation }) => ({ id, title, explanation })),
    active: active.map((fault) => {
      const item = faultMenu.find((one) => sameKind(one.fault, fault))
      return {
        id: item?.id ?? null,
        title: item?.title ?? describe(fault),
        times: ('times' in fault ? fault.times : null) ?? null,
      }
    }),
  }
}

function sameKind(one: Fault, other: Fault): boolean {
  if (one.kind !== other.kind) return false
  if (one.kind === 'media' && other.kind === 'media') return one.trouble === other.trouble
  return one.kind !== 'error' || other.kind !== 'error' || one.code === other.code
}

function describe(fault: Fault): string {
  return fault.kind === 'error' ? `Refuse the next reply with error ${fault.code}` : fault.kind
}
