import type { ConsentChannel, ConsentPurpose, Purpose } from './consent.ts'
import type { Standing } from './standing.ts'

export interface Sending {
  readonly purpose: Purpose
  readonly channelKind: ConsentChannel
  /** Whether this business sends marketing only to who asked for it. */
  readonly marketingNeedsGrant: boolean
}

export type MaySend =
  | { readonly may: true }
  | { readonly may: false; readonly code: 'opted_out' | 'no_consent'; readonly message: string }

/**
 * The one rule of what may be sent. Service is allowed until it is withdrawn, marketing once it was asked for (or until it
 * is withdrawn, where the business decided so). An answer to who wrote is always allowed, except by SMS after STOP: there
 * the carriers let nothing pass.
 */
export function maySend(
  { purpose, channelKind, marketingNeedsGrant }: Sending,
  standings: Readonly<Record<ConsentPurpose, Standing>>,
): MaySend {
  const name = channelNames[channelKind]
  if (purpose === 'conversation') {
    const isClosed = channelKind === 'sms' && standings.service.state === 'withdrawn'
    return isClosed ? no('opted_out', `This person has opted out of ${name}. Nothing can be sent to them by it.`) : yes
  }
  const { state } = standings[purpose]
  if (state === 'withdrawn')
    return no('opted_out', `This person has opted out of ${purposeWords[purpose]} by ${name}. It was not sent.`)
  if (purpose === 'marketing' && state === 'none' && marketingNeedsGrant)
    return no('no_consent', `This person has not agreed to ${purposeWords.marketing} by ${name}. It was not sent.`)
  return yes
}

const yes = { may: true } as const

function no(code: 'opted_out' | 'no_consent', message: string): MaySend {
  return { may: false, code, message }
}

const channelNames: Readonly<Record<ConsentChannel, string>> = { whatsapp: 'WhatsApp', sms: 'SMS', email: 'e-mail' }
const purposeWords: Readonly<Record<ConsentPurpose, string>> = {
  service: 'service messages',
  marketing: 'marketing messages',
}
