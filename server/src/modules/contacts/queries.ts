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
  mergedInto: string | null
  createdAt: Date
  identities: { id: string; kind: IdentityKind; value: string; createdAt: string }[]
}

export interface ContactsWish {
  readonly q?: string | undefined
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

/** The people of the workspace, newest first; `q` looks in names, numbers and addresses. */
export async function listContacts(tx: Tx, { q, limit, cursor }: ContactsWish): Promise<Page<Contact>> {
  permit(tx, 'contacts.read')
  const [at, id] = readCursor(cursor, TimeAndId) ?? [null, null]
  const words = storableText(q ?? '').trim()

  const wanted = words
    ? // As an array: of a function's rows the planner expects a thousand, and would rather read the whole table.
      sql`contact.id = any(array(
        select contact_id from contacts.search(${tx.tenantId}, ${words}, ${limit + 1}, ${at}::timestamptz, ${id}::uuid)))`
    : at === null
      ? sql`contact.merged_into is null`
      : sql`contact.merged_into is null and (contact.created_at, contact.id) < (${at}::timestamptz, ${id}::uuid)`
  const rows = await select(tx, wanted, limit + 1)
  return toPage(rows, limit, (row) => [row.createdAt.toISOString(), row.id], asContact)
}

async function select(tx: Tx, wanted: RawBuilder<unknown>, most: number): Promise<Row[]> {
  // The page is chosen before anything is looked up for it.
  const { rows } = await sql<Row>`
    with page as materialized (
      select contact.id, contact.created_at
      from contacts.contact contact
      where contact.tenant_id = ${tx.tenantId} and ${wanted}
      order by contact.created_at desc, contact.id desc
      limit ${most}
    )
    select card.id, card.name, card.merged_into, card.created_at, (
      select coalesce(
        json_agg(json_build_object('id', id, 'kind', kind, 'value', value, 'createdAt', created_at) order by created_at, id),
        '[]')
      from contacts.identity
      where tenant_id = ${tx.tenantId} and contact_id = card.person_id
    ) as identities
    from page join contacts.card card on card.tenant_id = ${tx.tenantId} and card.id = page.id
    order by page.created_at desc, page.id desc`.execute(tx.db)
  return rows
}

function asContact({ createdAt, identities, ...row }: Row): Contact {
  const firstOf = (kind: IdentityKind) => identities.find((identity) => identity.kind === kind)?.value ?? null
  return {
    ...row,
    phone: firstOf('phone'),
    email: firstOf('email'),
    identities: identities.map((identity) => ({ ...identity, createdAt: time(new Date(identity.createdAt)) })),
    createdAt: time(createdAt),
  }
}
