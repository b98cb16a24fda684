import { storableText } from '#lib/storable-text'
import type { Lead, Source } from './lead.ts'

/** What WhatsApp says of the advertisement or post somebody came by, as far as it is usable; undefined when it says nothing. */
export function sourceOfReferral(
  referral: unknown,
): { source: Source; details: NonNullable<Lead['sourceDetails']> } | undefined {
  if (typeof referral !== 'object' || referral === null || Array.isArray(referral)) return undefined
  const said = referral as Record<string, unknown>
  const text = (key: string) => {
    const value = said[key]
    return typeof value === 'string' && value.trim() !== ''
      ? storableText(value.trim()).slice(0, 500).toWellFormed()
      : null
  }
  return {
    source: said.source_type === 'post' ? 'post' : 'ad',
    details: {
      headline: text('headline') ?? text('body'),
      adId: text('source_id'),
      url: text('source_url'),
      clickId: text('ctwa_clid'),
    },
  }
}
