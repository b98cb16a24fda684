import type { Template, TemplateSubmission } from '../../lib/api-types.ts'

export const categoryWords: Readonly<Record<Template['category'], string>> = {
  UTILITY: 'Service',
  MARKETING: 'Marketing',
  AUTHENTICATION: 'One-time codes',
}

export const channelWords = { whatsapp: 'WhatsApp', email: 'Mail', sms: 'SMS' } as const

export const submissionWords: Readonly<
  Record<TemplateSubmission['status'], { label: string; tone: 'good' | 'waiting' | 'bad' | 'off' }>
> = {
  submitting: { label: 'On its way', tone: 'waiting' },
  pending: { label: 'In review', tone: 'waiting' },
  approved: { label: 'Approved', tone: 'good' },
  rejected: { label: 'Rejected', tone: 'bad' },
  paused: { label: 'Paused', tone: 'bad' },
  disabled: { label: 'Turned off by WhatsApp', tone: 'bad' },
  gone: { label: 'Deleted at WhatsApp', tone: 'off' },
  failed: { label: 'Not taken', tone: 'bad' },
}

/** “Español”, in its own words; the code where the platform does not know it. */
export function languageName(code: string): string {
  const locale = code.replace('_', '-')
  const name = new Intl.DisplayNames([locale], { type: 'language' }).of(locale) ?? code
  return name.charAt(0).toLocaleUpperCase(locale) + name.slice(1)
}
