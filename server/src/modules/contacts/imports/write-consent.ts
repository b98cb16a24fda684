import { sql } from 'kysely'
import { announceEach } from '#lib/facts/announce'
import { newId } from '#lib/id'
import type { Tx } from '#lib/tx'
import type { CardChange } from './decide.ts'

/** Writes what the lines say about marketing into the ledger, with the file as the proof. */
export async function writeConsent(tx: Tx, changes: readonly CardChange[], importId: string): Promise<void> {
  const rows = changes.flatMap(({ contactId, marketing }) =>
    marketing.map(({ channelKind, from, to }) => ({ contactId, channelKind, from, to })),
  )
  if (rows.length === 0) return
  await sql`
    insert into contacts.consent (id, contact_id, channel_kind, purpose, state, source, words, import_id, member_id, at, recorded_at)
    select given.id, given.contact_id, given.channel_kind, 'marketing', given.state, 'import', left(file.file_name, 500), file.id,
      file.created_by, ${tx.now}, ${tx.now}
    from unnest(${rows.map(newId)}::uuid[], ${rows.map(({ contactId }) => contactId)}::uuid[],
      ${rows.map(({ channelKind }) => channelKind)}::text[], ${rows.map(({ to }) => to)}::text[])
      as given (id, contact_id, channel_kind, state)
    join contacts.import file on file.tenant_id = ${tx.tenantId} and file.id = ${importId}`.execute(tx.db)
  await announceEach(
    tx,
    'contacts.consent_changed',
    rows.map(({ contactId, channelKind, from, to }) => ({
      subjectId: contactId,
      contactId,
      details: { channelKind, purpose: 'marketing', source: 'import', from, to, importId },
    })),
  )
}
