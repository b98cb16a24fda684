import type { Tx } from '#lib/tx'
import { permit } from '#tenancy'
import { getContact } from '../queries.ts'
import type { ConsentChange, Consents } from './consent.ts'
import { getConsents } from './queries.ts'
import { record } from './record.ts'

/** A colleague enters what a person said elsewhere, and how it is known; answers how the person stands now. */
export async function changeConsent(
  tx: Tx,
  contactId: string,
  { channelKind, purpose, state, reason }: ConsentChange,
): Promise<Consents> {
  permit(tx, 'contacts.change-consent')
  await getContact(tx, contactId)
  const word = {
    contactId,
    channelKind,
    purposes: [purpose],
    state,
    source: 'member',
    words: reason,
    at: tx.now,
  } as const
  await record(tx, word)
  return getConsents(tx, contactId)
}
