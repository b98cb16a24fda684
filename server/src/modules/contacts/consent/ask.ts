import type { Tx } from '#lib/tx'
import { permit, timezoneOf } from '#tenancy'
import { consentChannelOf, type Purpose } from './consent.ts'
import { maySend } from './may-send.ts'
import { type QuietHours, quietUntil } from './quiet-hours.ts'
import { readSaid, standingsOf } from './read-said.ts'
import { readRules } from './rules.ts'
import { type Address, zoneOf } from './zone-of.ts'

export interface WantsToSend {
  readonly contactId: string
  readonly channelKind: string
  readonly purpose: Purpose
  /** May wake people: quiet hours do not hold it. */
  readonly urgent: boolean
  readonly address: Address
}

export type Verdict =
  | { readonly verdict: 'go' }
  | { readonly verdict: 'refused'; readonly code: string; readonly message: string }
  | { readonly verdict: 'later'; readonly until: Date; readonly message: string }

/** Whether something may be sent to a person at this moment. Asked in the transaction that claims it, each time it is tried. */
export async function ask(tx: Tx, { contactId, purpose, urgent, address, ...by }: WantsToSend): Promise<Verdict> {
  permit(tx, 'contacts.record-consent')
  const channelKind = consentChannelOf(by.channelKind)
  // An answer needs nobody's leave but by SMS, where carriers stop that as well.
  if (purpose === 'conversation' && channelKind !== 'sms') return { verdict: 'go' }

  const { marketingNeedsGrant, quietHours } = await readRules(tx)
  const standings = standingsOf(await readSaid(tx, contactId, [channelKind]), channelKind)
  const allowed = maySend({ purpose, channelKind, marketingNeedsGrant }, standings)
  if (!allowed.may) return { verdict: 'refused', code: allowed.code, message: allowed.message }

  const isHeld = purpose !== 'conversation' && !urgent && quietHours !== null
  return (isHeld && (await unlessQuiet(tx, quietHours, address))) || { verdict: 'go' }
}

async function unlessQuiet(tx: Tx, hours: QuietHours, address: Address): Promise<Verdict | undefined> {
  const zone = zoneOf(address, await timezoneOf(tx), tx.now)
  const until = quietUntil(hours, zone, tx.now)
  const there = `${hours.to} (${zone.replaceAll('_', ' ')})`
  return until && { verdict: 'later', until, message: `It is quiet at this hour. It will be sent at ${there}.` }
}
