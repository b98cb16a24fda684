import type { Tx } from '#lib/tx'
import { permit } from '#tenancy'
import { type ConsentPurpose, consentChannelOf } from './consent.ts'
import { record, type Word } from './record.ts'

/** What a provider says a person allows or forbids; answers for which purposes that is news. */
export function takeProviderWord(
  tx: Tx,
  { channelKind, ...word }: Omit<Word, 'source' | 'channelKind'> & { readonly channelKind: string },
): Promise<ConsentPurpose[]> {
  permit(tx, 'contacts.record-consent')
  return record(tx, { ...word, channelKind: consentChannelOf(channelKind), source: 'provider' })
}
