import type { Lead, LeadSource, LeadStage } from '../../lib/api-types.ts'

export const stages: readonly LeadStage[] = ['new', 'contacted', 'qualified', 'won', 'lost']

export const stageWords: Readonly<Record<LeadStage, string>> = {
  new: 'New',
  contacted: 'Contacted',
  qualified: 'Qualified',
  won: 'Won',
  lost: 'Lost',
}

export const sourceWords: Readonly<Record<LeadSource, string>> = {
  ad: 'Advertisement',
  post: 'Post',
  website: 'Website',
  import: 'Imported list',
  call: 'Call',
  referral: 'Recommended',
  walk_in: 'Walked in',
  by_hand: 'By hand',
  other: 'Something else',
}

/** What to call whoever the lead is. */
export function leadName({ contact }: Pick<Lead, 'contact'>): string {
  const { name, phone, username, email } = contact
  return name?.trim() || phone || (username && `@${username}`) || email || 'Unknown person'
}

/** Where they came from, with the headline they saw. */
export function saySource({ source, sourceDetails }: Pick<Lead, 'source' | 'sourceDetails'>): string {
  return sourceDetails?.headline ? `${sourceWords[source]}: ${sourceDetails.headline}` : sourceWords[source]
}

export function sayMoney({ amount, currency }: NonNullable<Lead['value']>): string {
  const format = new Intl.NumberFormat(undefined, { style: 'currency', currency })
  return format.format(amount / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2))
}

/** An amount as it was typed, in minor units; null when it is none. */
export function readAmount(typed: string, currency: string): number | null {
  const digits =
    new Intl.NumberFormat(undefined, { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2
  const plain = typed.trim().replace(',', '.')
  return /^\d{1,10}(\.\d*)?$/.test(plain) ? Math.round(Number(plain) * 10 ** digits) : null
}
