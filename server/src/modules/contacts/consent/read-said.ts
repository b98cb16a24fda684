import { sql } from 'kysely'
import type { Tx } from '#lib/tx'
import { type ConsentChannel, type ConsentPurpose, consentChannels, consentPurposes } from './consent.ts'
import { type Said, type Standing, standingOf } from './standing.ts'

export type Standings = Readonly<Record<ConsentPurpose, Standing>>
export type SaidOn = Said & { readonly channelKind: ConsentChannel }

/** The last words of everybody a person is known as, on these channels: one look into the index for each purpose. */
export async function readSaid(
  tx: Tx,
  contactId: string,
  channels: readonly ConsentChannel[] = consentChannels,
): Promise<SaidOn[]> {
  const { rows } = await sql<SaidOn>`
    with person as materialized (
      select case when asked.merged_into is null then asked.id else asked.merged_into end as id
      from contacts.contact asked where asked.tenant_id = ${tx.tenantId} and asked.id = ${contactId}
    ), family as materialized (
      select person.id, null::timestamptz as merged_at from person
      union all
      select twin.id, twin.merged_at
      from person join contacts.contact twin on twin.tenant_id = ${tx.tenantId} and twin.merged_into = person.id
    )
    select said.id, family.id as contact_id, channel.kind as channel_kind, purpose.name as purpose, said.state, said.source,
      said.words, said.at, family.merged_at
    from family
    cross join unnest(${[...channels]}::text[]) as channel (kind)
    cross join unnest(${[...consentPurposes]}::text[]) as purpose (name)
    cross join lateral (
      select consent.id, consent.state, consent.source, consent.words, consent.at from contacts.consent consent
      where consent.tenant_id = ${tx.tenantId} and consent.contact_id = family.id
        and consent.channel_kind = channel.kind and consent.purpose = purpose.name
      order by consent.at desc, consent.id desc limit 1
    ) said`.execute(tx.db)
  return rows
}

/** How a person stands on one channel. */
export function standingsOf(said: readonly SaidOn[], channelKind: ConsentChannel): Standings {
  const here = said.filter((one) => one.channelKind === channelKind)
  return { service: standingOf(here, 'service'), marketing: standingOf(here, 'marketing') }
}
