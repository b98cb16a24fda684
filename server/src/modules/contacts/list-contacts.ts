import { type RawBuilder, sql } from 'kysely'
import { type Page, readCursor, TimeAndId, toPage } from '#lib/page'
import { storableText } from '#lib/storable-text'
import type { Tx } from '#lib/tx'
import { permit } from '#tenancy'
import type { Contact } from './contact.ts'
import { listFields } from './fields/queries.ts'
import { readValue } from './fields/read-value.ts'
import { asContact, selectCards } from './queries.ts'

export interface ContactsFilter {
  /** Part of a name, a username, a number or an address. */
  readonly q?: string | undefined
  readonly label?: string | undefined
  /** With `value`: only those of whom this field says exactly that, capitals or not. */
  readonly field?: string | undefined
  readonly value?: string | undefined
}

export interface ContactsWish extends ContactsFilter {
  readonly limit: number
  readonly cursor?: string | undefined
}

interface Place {
  readonly after: readonly [at: string, id: string] | null
  readonly most: number
}

/** The people of the workspace, newest first. */
export async function listContacts(tx: Tx, { limit, cursor, ...filter }: ContactsWish): Promise<Page<Contact>> {
  permit(tx, 'contacts.read')
  const after = readCursor(cursor, TimeAndId) ?? null
  const rows = await selectCards(tx, await wanted(tx, filter, { after, most: limit + 1 }), limit + 1)
  return toPage(rows, limit, (row) => [row.createdAt.toISOString(), row.id], asContact)
}

/** The condition a page of contacts fulfils. Whatever narrows it is walked along its own index, newest first. */
async function wanted(tx: Tx, filter: ContactsFilter, { after, most }: Place): Promise<RawBuilder<unknown>> {
  const [at, id] = after ?? [null, null]
  const words = storableText(filter.q ?? '').trim()
  const label = filter.label === undefined ? null : storableText(filter.label).trim()
  const said = await saidOf(tx, filter)
  const marks = [...(said ? [valueMark(said)] : []), ...(label === null ? [] : [labelMark(label)])]
  const found = words
    ? sql`select contact_id from contacts.search(${tx.tenantId}, ${words}, ${most}, ${at}::timestamptz, ${id}::uuid, ${label}::text,
        ${said?.field ?? null}::uuid, lower(left(${said?.value ?? null}::text, 100)))`
    : marked(tx, marks, { after, most })

  // As an array: of a function's rows the planner expects a thousand, and would rather read the whole table.
  if (found) return sql`contact.id = any(array(${found}))`
  const further = after ? sql`and (contact.created_at, contact.id) < (${at}::timestamptz, ${id}::uuid)` : sql``
  return sql`contact.merged_into is null ${further}`
}

async function saidOf(tx: Tx, { field: id, value }: ContactsFilter): Promise<{ field: string; value: string } | null> {
  if (id === undefined || value === undefined) return null
  const field = (await listFields(tx, { archived: true })).find((each) => each.id === id)
  return { field: id, value: (field && readValue(field, value)) ?? storableText(value).trim() }
}

interface Mark {
  readonly table: RawBuilder<unknown>
  /** Whether a row of the table, under this name, carries it. */
  readonly carries: (row: string) => RawBuilder<unknown>
}

const labelMark = (label: string): Mark => ({
  table: sql`contacts.label`,
  carries: (row) => sql`${sql.ref(`${row}.label`)} = ${label}`,
})

const valueMark = ({ field, value }: { field: string; value: string }): Mark => ({
  table: sql`contacts.field_value`,
  carries: (row) =>
    sql`${sql.ref(`${row}.field_id`)} = ${field} and ${sql.ref(`${row}.match_key`)} = lower(left(${value}::text, 100))`,
})

/** Who carries the first mark themselves, along its index, and the few to whom somebody who does was merged; and the others too. */
function marked(tx: Tx, [mark, ...others]: readonly Mark[], { after, most }: Place): RawBuilder<unknown> | undefined {
  if (!mark) return undefined
  const further = (at: RawBuilder<unknown>, id: RawBuilder<unknown>) =>
    after ? sql`and (${at}, ${id}) < (${after[0]}::timestamptz, ${after[1]}::uuid)` : sql``
  const also = (person: RawBuilder<unknown>) =>
    sql.join(
      others.map((other) => sql`and ${isMarked(tx, person, other)}`),
      sql` `,
    )
  return sql`
    (select own.contact_id from ${mark.table} own
      where own.tenant_id = ${tx.tenantId} and ${mark.carries('own')} ${further(sql`own.contact_created_at`, sql`own.contact_id`)}
        and not exists (
          select from contacts.contact twin
          where twin.tenant_id = ${tx.tenantId} and twin.id = own.contact_id and twin.merged_into is not null)
        ${also(sql`own.contact_id`)}
      order by own.contact_created_at desc, own.contact_id desc limit ${most})
    union
    (select person.id from contacts.contact twin
      join ${mark.table} given on given.tenant_id = twin.tenant_id and given.contact_id = twin.id and ${mark.carries('given')}
      join contacts.contact person on person.tenant_id = twin.tenant_id and person.id = twin.merged_into
      where twin.tenant_id = ${tx.tenantId} and twin.merged_into is not null ${further(sql`person.created_at`, sql`person.id`)}
        ${also(sql`person.id`)}
      order by person.created_at desc, person.id desc limit ${most})`
}

/** Whether the person, or somebody merged into them, carries a mark. */
function isMarked(tx: Tx, person: RawBuilder<unknown>, { table, carries }: Mark): RawBuilder<unknown> {
  return sql`(
    exists (select from ${table} mine where mine.tenant_id = ${tx.tenantId} and mine.contact_id = ${person} and ${carries('mine')})
    or exists (
      select from contacts.contact merged
      join ${table} theirs on theirs.tenant_id = merged.tenant_id and theirs.contact_id = merged.id and ${carries('theirs')}
      where merged.tenant_id = ${tx.tenantId} and merged.merged_into = ${person}))`
}
