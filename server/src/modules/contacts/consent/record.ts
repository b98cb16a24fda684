import { sql } from 'kysely'
import { memberBehind } from '#lib/actor'
import { announceEach } from '#lib/facts/announce'
import { newId } from '#lib/id'
import { storableText } from '#lib/storable-text'
import type { Tx } from '#lib/tx'
import {
  type ConsentChannel,
  type ConsentPurpose,
  type ConsentSource,
  type ConsentState,
  longestProof,
} from './consent.ts'
import { readSaid, standingsOf } from './read-said.ts'

export interface Word {
  readonly contactId: string
  readonly channelKind: ConsentChannel
  readonly purposes: readonly ConsentPurpose[]
  readonly state: ConsentState
  readonly source: ConsentSource
  /** What was said, or how it is known. */
  readonly words: string
  readonly at: Date
  readonly messageId?: string
}

/**
 * Writes into the ledger what somebody allows or forbids, with its proof, and tells what changed by it; answers for which
 * purposes. It stands at the person, whichever of their cards was named. The same said again is not written twice.
 */
export async function record(tx: Tx, word: Word): Promise<ConsentPurpose[]> {
  const personId = await personOf(tx, word.contactId)
  const before = await readSaid(tx, personId, [word.channelKind])
  const standing = standingsOf(before, word.channelKind)
  const own = (purpose: ConsentPurpose) => before.find((one) => one.mergedAt === null && one.purpose === purpose)
  const news = word.purposes.filter(
    (purpose) => own(purpose)?.state !== word.state || standing[purpose].state !== word.state,
  )
  if (news.length === 0) return []

  await insert(tx, personId, word, news)
  const after = standingsOf(await readSaid(tx, personId, [word.channelKind]), word.channelKind)
  const changed = news.filter((purpose) => standing[purpose].state !== after[purpose].state)
  await announceEach(
    tx,
    'contacts.consent_changed',
    changed.map((purpose) => ({
      subjectId: personId,
      contactId: personId,
      details: {
        ...{ channelKind: word.channelKind, purpose, source: word.source },
        ...{ from: standing[purpose].state, to: after[purpose].state },
      },
    })),
  )
  return changed
}

/** No clock that runs ahead may have the last word for days to come. */
async function insert(tx: Tx, personId: string, word: Word, purposes: readonly ConsentPurpose[]): Promise<void> {
  const { channelKind, state, source, messageId } = word
  const said = Array.from(storableText(word.words).trim()).slice(0, longestProof).join('') || '–'
  const at = new Date(Math.min(word.at.getTime(), tx.now.getTime()))
  await tx.db
    .insertInto('contacts.consent')
    .values(
      purposes.map((purpose) => ({
        ...{ id: newId(), contactId: personId, channelKind, purpose, state, source, words: said },
        ...{ messageId: messageId ?? null, memberId: memberBehind(tx.actor), at, recordedAt: tx.now },
      })),
    )
    .execute()
}

async function personOf(tx: Tx, contactId: string): Promise<string> {
  const { rows } = await sql<{ personId: string }>`
    select person_id from contacts.card where tenant_id = ${tx.tenantId} and id = ${contactId}`.execute(tx.db)
  return rows[0]?.personId ?? contactId
}
