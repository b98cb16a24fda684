import { type RawBuilder, sql } from 'kysely'
import { time } from '#lib/json'
import { NotFound } from '#lib/refusal'
import type { Tx } from '#lib/tx'
import { permit } from '#tenancy'
import type { Contact } from './contact.ts'
import type { IdentityKind } from './identity.ts'

export interface CardRow {
  id: string
  name: string | null
  phone: string | null
  email: string | null
  username: string | null
  notes: string | null
  labels: string[]
  fields: { fieldId: string; value: string }[]
  mergedInto: string | null
  createdAt: Date
  identities: { id: string; kind: IdentityKind; value: string; createdAt: string }[]
  merged: { id: string; name: string | null; phone: string | null; notes: string | null; mergedAt: string }[]
}

/** One contact with all it is known by, or `not_found`. A merged one shows the person it was merged into. */
export async function getContact(tx: Tx, id: string): Promise<Contact> {
  permit(tx, 'contacts.read')
  const [row] = await selectCards(tx, sql`contact.id = ${id}`, 1)
  if (!row) throw new NotFound('contact')
  return asContact(row)
}

/** The ids under which a person is known: their own and those of contacts merged into them. Empty when there is nobody. */
export async function allOf(tx: Tx, id: string): Promise<string[]> {
  permit(tx, 'contacts.read')
  const { rows } = await sql<{ id: string }>`
    with person as materialized (
      select person_id as id from contacts.card where tenant_id = ${tx.tenantId} and id = ${id}
    )
    select id from person
    union all
    select twin.id from person join contacts.contact twin on twin.tenant_id = ${tx.tenantId} and twin.merged_into = person.id`.execute(
    tx.db,
  )
  return rows.map((row) => row.id)
}

/** The cards of those contacts, newest first, that fulfil a condition on `contact`. */
export async function selectCards(tx: Tx, wanted: RawBuilder<unknown>, most: number): Promise<CardRow[]> {
  // The page is chosen before anything is looked up for it.
  const { rows } = await sql<CardRow>`
    with page as materialized (
      select contact.id, contact.created_at,
        case when contact.merged_into is null then contact.id else contact.merged_into end as person_id
      from contacts.contact contact
      where contact.tenant_id = ${tx.tenantId} and ${wanted}
      order by contact.created_at desc, contact.id desc
      limit ${most}
    ), family as materialized (
      select page.id as page_id, page.person_id as id, null::text as name, null::text as notes, null::timestamptz as merged_at from page
      union all
      select page.id, twin.id, twin.name, twin.notes, twin.merged_at
      from page join contacts.contact twin on twin.tenant_id = ${tx.tenantId} and twin.merged_into = page.person_id
    )
    select card.id, card.name, card.phone, card.email, card.username, card.merged_into, card.created_at,
      (select notes from contacts.contact where tenant_id = ${tx.tenantId} and id = page.person_id) as notes,
      (select coalesce(array_agg(distinct label.label order by label.label), '{}')
        from family join contacts.label label on label.tenant_id = ${tx.tenantId} and label.contact_id = family.id
        where family.page_id = page.id) as labels,
      (select coalesce(json_agg(json_build_object('fieldId', known.field_id, 'value', known.value) order by field.place, field.id), '[]')
        from (
          select distinct on (given.field_id) given.field_id, given.value
          from family join contacts.field_value given on given.tenant_id = ${tx.tenantId} and given.contact_id = family.id
          where family.page_id = page.id
          order by given.field_id, family.merged_at nulls first) known
        join contacts.field field on field.tenant_id = ${tx.tenantId} and field.id = known.field_id and field.archived_at is null
      ) as fields,
      (select coalesce(
          json_agg(json_build_object('id', known.id, 'kind', known.kind, 'value', known.value, 'createdAt', known.created_at)
            order by family.merged_at nulls first, known.created_at, known.id),
          '[]')
        from family join contacts.identity known on known.tenant_id = ${tx.tenantId} and known.contact_id = family.id
        where family.page_id = page.id) as identities,
      (select coalesce(
          json_agg(json_build_object('id', family.id, 'name', family.name, 'notes', family.notes, 'mergedAt', family.merged_at,
            'phone', (select value from contacts.identity i
              where i.tenant_id = ${tx.tenantId} and i.contact_id = family.id and i.kind = 'phone' order by i.created_at, i.id limit 1))
            order by family.merged_at),
          '[]')
        from family where family.page_id = page.id and family.merged_at is not null) as merged
    from page join contacts.card card on card.tenant_id = ${tx.tenantId} and card.id = page.id
    order by page.created_at desc, page.id desc`.execute(tx.db)
  return rows
}

export function asContact({ createdAt, identities, merged, ...row }: CardRow): Contact {
  return {
    ...row,
    identities: identities.map((identity) => ({ ...identity, createdAt: time(new Date(identity.createdAt)) })),
    merged: merged.map((twin) => ({ ...twin, mergedAt: time(new Date(twin.mergedAt)) })),
    createdAt: time(createdAt),
  }
}
