import { type RawBuilder, sql } from 'kysely'
import { time } from '#lib/json'
import { type Page, readCursor, TimeAndId, toPage } from '#lib/page'
import { NotFound } from '#lib/refusal'
import { storableText } from '#lib/storable-text'
import type { Tx } from '#lib/tx'
import { permit } from '#tenancy'
import type { Contact } from './contact.ts'
import type { IdentityKind } from './identity.ts'

interface Row {
  id: string
  name: string | null
  phone: string | null
  email: string | null
  notes: string | null
  labels: string[]
  mergedInto: string | null
  createdAt: Date
  identities: { id: string; kind: IdentityKind; value: string; createdAt: string }[]
  merged: { id: string; name: string | null; phone: string | null; notes: string | null; mergedAt: string }[]
}

export interface ContactsWish {
  readonly q?: string | undefined
  readonly label?: string | undefined
  readonly limit: number
  readonly cursor?: string | undefined
}

/** One contact with all it is known by, or `not_found`. A merged one shows the person it was merged into. */
export async function getContact(tx: Tx, id: string): Promise<Contact> {
  permit(tx, 'contacts.read')
  const [row] = await select(tx, sql`contact.id = ${id}`, 1)
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

/** The people of the workspace, newest first; `q` looks in names, numbers and addresses, `label` is one they stand under. */
export async function listContacts(tx: Tx, { q, label, limit, cursor }: ContactsWish): Promise<Page<Contact>> {
  permit(tx, 'contacts.read')
  const after = readCursor(cursor, TimeAndId) ?? null
  const [at, id] = after ?? [null, null]
  const words = storableText(q ?? '').trim()
  const under = label === undefined ? null : storableText(label).trim()
  const found = words
    ? sql`select contact_id from contacts.search(${tx.tenantId}, ${words}, ${limit + 1}, ${at}::timestamptz, ${id}::uuid, ${under}::text)`
    : under !== null && labelled(tx, under, after, limit + 1)

  const wanted = found
    ? // As an array: of a function's rows the planner expects a thousand, and would rather read the whole table.
      sql`contact.id = any(array(${found}))`
    : at === null
      ? sql`contact.merged_into is null`
      : sql`contact.merged_into is null and (contact.created_at, contact.id) < (${at}::timestamptz, ${id}::uuid)`
  const rows = await select(tx, wanted, limit + 1)
  return toPage(rows, limit, (row) => [row.createdAt.toISOString(), row.id], asContact)
}

/** Who stands under a label themselves, along its index, and the few to whom somebody under it was merged. */
function labelled(tx: Tx, label: string, after: [string, string] | null, most: number): RawBuilder<unknown> {
  const further = (at: RawBuilder<unknown>, id: RawBuilder<unknown>) =>
    after ? sql`and (${at}, ${id}) < (${after[0]}::timestamptz, ${after[1]}::uuid)` : sql``
  return sql`
    (select own.contact_id from contacts.label own
      where own.tenant_id = ${tx.tenantId} and own.label = ${label} ${further(sql`own.contact_created_at`, sql`own.contact_id`)}
        and not exists (
          select from contacts.contact twin
          where twin.tenant_id = ${tx.tenantId} and twin.id = own.contact_id and twin.merged_into is not null)
      order by own.contact_created_at desc, own.contact_id desc limit ${most})
    union
    (select person.id from contacts.contact twin
      join contacts.label given on given.tenant_id = twin.tenant_id and given.contact_id = twin.id and given.label = ${label}
      join contacts.contact person on person.tenant_id = twin.tenant_id and person.id = twin.merged_into
      where twin.tenant_id = ${tx.tenantId} and twin.merged_into is not null ${further(sql`person.created_at`, sql`person.id`)}
      order by person.created_at desc, person.id desc limit ${most})`
}

async function select(tx: Tx, wanted: RawBuilder<unknown>, most: number): Promise<Row[]> {
  // The page is chosen before anything is looked up for it.
  const { rows } = await sql<Row>`
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
    select card.id, card.name, card.phone, card.email, card.merged_into, card.created_at,
      (select notes from contacts.contact where tenant_id = ${tx.tenantId} and id = page.person_id) as notes,
      (select coalesce(array_agg(distinct label.label order by label.label), '{}')
        from family join contacts.label label on label.tenant_id = ${tx.tenantId} and label.contact_id = family.id
        where family.page_id = page.id) as labels,
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

function asContact({ createdAt, identities, merged, ...row }: Row): Contact {
  return {
    ...row,
    identities: identities.map((identity) => ({ ...identity, createdAt: time(new Date(identity.createdAt)) })),
    merged: merged.map((twin) => ({ ...twin, mergedAt: time(new Date(twin.mergedAt)) })),
    createdAt: time(createdAt),
  }
}
