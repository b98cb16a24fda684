import type { Capabilities } from '#channels'

const day = 24 * 60 * 60 * 1000

export interface Window {
  readonly open: boolean
  /** When it closes, or closed; null while the customer has never written, and where no window is. */
  readonly closesAt: Date | null
}

/** Whether free text may be sent now by a channel of whatever kind. Without a rule of that sort it always may. */
export function windowOn(
  { hasWindow }: Pick<Capabilities, 'hasWindow'>,
  customerWroteAt: Date | null,
  now: Date,
): Window {
  return hasWindow ? windowAt(customerWroteAt, now) : { open: true, closesAt: null }
}

/** WhatsApp's rule: free text may be sent for 24 hours after the customer last wrote, not a millisecond longer. */
export function windowAt(customerWroteAt: Date | null, now: Date): Window {
  if (customerWroteAt === null) return { open: false, closesAt: null }
  const closesAt = new Date(customerWroteAt.getTime() + day)
  return { open: now < closesAt, closesAt }
}
