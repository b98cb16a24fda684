import { type ConsentChannel, type ConsentState, consentChannels } from './consent.ts'

/** What a cell says about marketing, for which channels. */
export interface MarketingWord {
  readonly state: ConsentState
  readonly channels: readonly ConsentChannel[]
}

const yes = [
  'yes',
  'y',
  'true',
  '1',
  'x',
  'si',
  'sim',
  'ja',
  'oui',
  'haan',
  'हां',
  'हाँ',
  'granted',
  'agreed',
  'opt-in',
  'subscribed',
]
const no = [
  'no',
  'n',
  'false',
  '0',
  'nao',
  'nein',
  'non',
  'nahin',
  'नहीं',
  'withdrawn',
  'opt-out',
  'unsubscribed',
  'stop',
]
const names: Readonly<Record<string, ConsentChannel>> = {
  ...{ whatsapp: 'whatsapp', wa: 'whatsapp', sms: 'sms', text: 'sms' },
  ...{ email: 'email', 'e-mail': 'email', mail: 'email', correo: 'email' },
}

/** Reads such a cell: yes, no, or the channels they agree to, such as `WhatsApp, e-mail`; undefined for anything else. */
export function readMarketing(cell: string): MarketingWord | undefined {
  const said = bare(cell)
  if (yes.map(bare).includes(said)) return { state: 'granted', channels: consentChannels }
  if (no.map(bare).includes(said)) return { state: 'withdrawn', channels: consentChannels }
  const channels = said.split(/[,;|+/\s]+/).flatMap((name) => (name === '' ? [] : [names[name]]))
  const known = channels.filter((channel) => channel !== undefined)
  if (known.length === 0 || known.length < channels.length) return undefined
  return { state: 'granted', channels: [...new Set(known)] }
}

/** The cell that says it, as it is read in again: the channels agreed to, `no` when all were refused, else nothing. */
export function sayMarketing(states: ReadonlyMap<ConsentChannel, ConsentState>): string {
  const granted = consentChannels.filter((channel) => states.get(channel) === 'granted')
  if (granted.length > 0) return granted.map((channel) => written[channel]).join('; ')
  return consentChannels.every((channel) => states.get(channel) === 'withdrawn') ? 'no' : ''
}

const written: Readonly<Record<ConsentChannel, string>> = { whatsapp: 'WhatsApp', sms: 'SMS', email: 'e-mail' }

function bare(text: string): string {
  return text
    .trim()
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .toLowerCase()
}
