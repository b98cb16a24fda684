import type { Consents } from '../../../lib/api-types.ts'

type Standing = Consents['standings'][number]
type Proof = Consents['history'][number]

export const channelWords: Readonly<Record<Standing['channelKind'], string>> = {
  whatsapp: 'WhatsApp',
  sms: 'SMS',
  email: 'E-mail',
}

export const purposeWords: Readonly<Record<Standing['purpose'], string>> = {
  service: 'Service',
  marketing: 'Marketing',
}

/** How a person stands, as an answer to “May we write?”. */
export function answerOf({ state, maySend }: Pick<Standing, 'state' | 'maySend'>): string {
  if (state === 'withdrawn') return 'No, opted out'
  if (state === 'granted') return 'Yes, agreed'
  return maySend ? 'Yes, nobody objected' : 'Not yet: they have to agree first'
}

/** Where a proof comes from. */
export function sourceOf({ source, member }: Pick<Proof, 'source' | 'member'>): string {
  switch (source) {
    case 'customer':
      return 'written by them'
    case 'provider':
      return 'told by the provider'
    case 'import':
      return 'from an imported file'
    case 'member':
      return `entered by ${member?.name ?? 'a former colleague'}`
    default: {
      const never: never = source
      return never
    }
  }
}
