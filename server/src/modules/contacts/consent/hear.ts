import type { Tx } from '#lib/tx'
import { permit } from '#tenancy'
import { type ConsentChannel, type ConsentPurpose, consentChannelOf, consentPurposes } from './consent.ts'
import { languageOf } from './language-of.ts'
import { readSaid, standingsOf } from './read-said.ts'
import { record } from './record.ts'
import { readRules } from './rules.ts'
import { type ConsentLanguage, type Heard, hearWords } from './words.ts'

export interface Utterance {
  readonly contactId: string
  readonly channelKind: string
  readonly messageId: string
  /** What was written or pressed: any of them may be the word. */
  readonly texts: readonly string[]
  readonly at: Date
  /** What the provider takes it for: a service may have words of its own. */
  readonly stated?: 'granted' | 'withdrawn' | undefined
  readonly phone?: string | undefined
}

export interface ConsentHeard {
  readonly to: 'withdrawn' | 'granted'
  readonly channelKind: ConsentChannel
  readonly purposes: readonly ConsentPurpose[]
  readonly words: string
  readonly language: ConsentLanguage
  /** Whether the person is to be told that they were heard. */
  readonly confirm: boolean
}

/**
 * Takes STOP, START and their like from what a person wrote, and puts it into the ledger in the transaction that takes the
 * message in. STOP ends everything a business sends by itself, START allows again what was ended. Undefined when nothing
 * changed by it.
 */
export async function hear(tx: Tx, said: Utterance): Promise<ConsentHeard | undefined> {
  permit(tx, 'contacts.record-consent')
  const channelKind = consentChannelOf(said.channelKind)
  const [found] = said.texts.flatMap((words) => {
    const heard = hearWords(words, channelKind === 'sms')
    return heard ? [{ ...heard, words }] : []
  })
  const heard = found ?? asStated(said)
  if (!heard) return undefined

  const { contactId, at, messageId } = said
  const { words } = heard
  const state = heard.means === 'stop' || heard.means === 'stop_marketing' ? 'withdrawn' : 'granted'
  const about = await purposesOf(tx, heard.means, contactId, channelKind)
  const word = { contactId, channelKind, purposes: about, state, source: 'customer', words, at, messageId } as const
  const purposes = await record(tx, word)
  if (purposes.length === 0) return undefined
  // Carriers confirm a STOP by SMS themselves, and let nothing of ours pass after it.
  const confirm = state === 'withdrawn' && channelKind === 'whatsapp' && (await readRules(tx)).confirmOptOut
  const language = heard.language ?? languageOf(said.phone)
  return { to: state, channelKind, purposes, words: words.trim(), language, confirm }
}

/** Who says START without having stopped anything says it about something else. */
async function purposesOf(
  tx: Tx,
  means: Heard['means'],
  contactId: string,
  channelKind: ConsentChannel,
): Promise<readonly ConsentPurpose[]> {
  if (means === 'stop') return consentPurposes
  if (means === 'stop_marketing') return ['marketing']
  const standings = standingsOf(await readSaid(tx, contactId, [channelKind]), channelKind)
  return consentPurposes.filter(
    (purpose) => standings[purpose].state === 'withdrawn' || (means === 'subscribe' && purpose === 'marketing'),
  )
}

function asStated({ stated, texts }: Utterance): (Heard & { words: string }) | undefined {
  if (stated === undefined) return undefined
  return { means: stated === 'withdrawn' ? 'stop' : 'start', language: null, words: texts[0] ?? stated }
}
