import { sql } from 'kysely'
import type { Tx } from '#lib/tx'
import type { ConsentChannel, ConsentState } from './consent.ts'

/** How many people stand with marketing, channel by channel: the strictest word of all they are known as. */
export async function readMarketingOf(
  tx: Tx,
  personOf: ReadonlyMap<string, string>,
): Promise<Map<string, Map<ConsentChannel, ConsentState>>> {
  const { rows } = await sql<{ contactId: string; channelKind: ConsentChannel; state: ConsentState }>`
    select distinct on (contact_id, channel_kind) contact_id, channel_kind, state from contacts.consent
    where tenant_id = ${tx.tenantId} and contact_id = any(${[...personOf.keys()]}::uuid[]) and purpose = 'marketing'
    order by contact_id, channel_kind, at desc, id desc`.execute(tx.db)
  const found = new Map<string, Map<ConsentChannel, ConsentState>>()
  for (const { contactId, channelKind, state } of rows) {
    const personId = personOf.get(contactId) ?? contactId
    const states = found.get(personId) ?? new Map<ConsentChannel, ConsentState>()
    if (states.get(channelKind) !== 'withdrawn') states.set(channelKind, state)
    found.set(personId, states)
  }
  return found
}
