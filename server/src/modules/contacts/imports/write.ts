import { sql } from 'kysely'
import { announceEach } from '#lib/facts/announce'
import type { Facts } from '#lib/facts/types'
import { newId } from '#lib/id'
import type { Tx } from '#lib/tx'
import type { Field } from '../fields/field.ts'
import type { CardChange, Decision } from './decide.ts'
import { writeConsent } from './write-consent.ts'

/** Somebody else met one of the same people at the same moment and was first: what was decided holds no more. */
export class Overtaken extends Error {}

type Changed = Facts['contacts.changed']

/** Does what was decided for many lines, in a few statements. */
export async function write(
  tx: Tx,
  decisions: readonly Decision[],
  { importId, fields }: { importId: string; fields: readonly Field[] },
): Promise<void> {
  const made = decisions.flatMap((one) => (one.is === 'made' ? [one.change] : []))
  const updated = decisions.flatMap((one) => (one.is === 'updated' ? [one.change] : []))
  const all = [...made, ...updated]
  if (made.length > 0)
    await sql`
      insert into contacts.contact (id, name, notes, created_at, updated_at)
      select id, name, notes, ${tx.now}, ${tx.now} from ${cardRows(made)}`.execute(tx.db)
  if (updated.length > 0)
    await sql`
      update contacts.contact contact set
        name = case when given.name is null then contact.name else given.name end,
        notes = case when given.notes is null then contact.notes else given.notes end,
        updated_at = ${tx.now}
      from ${cardRows(updated)} where contact.tenant_id = ${tx.tenantId} and contact.id = given.id`.execute(tx.db)
  await writeIdentities(tx, all)
  await writeLabels(tx, all)
  await writeValues(tx, all)
  await writeConsent(tx, all, importId)

  const asFact = ({ contactId }: CardChange) => ({ subjectId: contactId, contactId })
  await announceEach(
    tx,
    'contacts.created',
    made.map((one) => ({ ...asFact(one), details: { importId } })),
  )
  const changes = updated.map((one) => ({ ...asFact(one), details: { ...particulars(one, fields), importId } }))
  await announceEach(tx, 'contacts.changed', changes)
}

/** One row a person: two lines may speak of the same, and the later one has the last word. */
function cardRows(changes: readonly CardChange[]) {
  const cards = new Map<string, { name: string | null; notes: string | null }>()
  for (const { contactId, name, notes } of changes) {
    const before = cards.get(contactId)
    cards.set(contactId, { name: name?.to ?? before?.name ?? null, notes: notes ?? before?.notes ?? null })
  }
  const said = [...cards.values()]
  return sql`unnest(${[...cards.keys()]}::uuid[], ${said.map(({ name }) => name)}::text[], ${said.map(({ notes }) => notes)}::text[])
    as given (id, name, notes)`
}

async function writeIdentities(tx: Tx, changes: readonly CardChange[]): Promise<void> {
  const rows = changes.flatMap(({ contactId, known }) => known.map((one) => ({ ...one, contactId })))
  if (rows.length === 0) return
  const { numAffectedRows } = await sql`
    insert into contacts.identity (id, contact_id, kind, value, match_key, created_at)
    select *, ${tx.now} from unnest(${rows.map(newId)}::uuid[], ${rows.map(({ contactId }) => contactId)}::uuid[],
      ${rows.map(({ kind }) => kind)}::text[], ${rows.map(({ value }) => value)}::text[], ${rows.map(({ matchKey }) => matchKey)}::text[])
    on conflict (tenant_id, kind, match_key) do nothing`.execute(tx.db)
  if (numAffectedRows !== BigInt(rows.length)) throw new Overtaken('an identity of this import was just taken')
}

async function writeLabels(tx: Tx, changes: readonly CardChange[]): Promise<void> {
  const rows = changes.flatMap(({ contactId, labels }) => (labels?.added ?? []).map((label) => ({ contactId, label })))
  if (rows.length === 0) return
  await sql`
    insert into contacts.label (contact_id, label, contact_created_at)
    select contact.id, given.label, contact.created_at
    from unnest(${rows.map(({ contactId }) => contactId)}::uuid[], ${rows.map(({ label }) => label)}::text[]) as given (contact_id, label)
    join contacts.contact contact on contact.tenant_id = ${tx.tenantId} and contact.id = given.contact_id
    on conflict do nothing`.execute(tx.db)
}

async function writeValues(tx: Tx, changes: readonly CardChange[]): Promise<void> {
  const rows = changes.flatMap(({ contactId, values }) => values.map(({ id, to }) => ({ contactId, id, to })))
  if (rows.length === 0) return
  // The last word on a person, should two lines of one chunk speak of the same.
  const last = [...new Map(rows.map((row) => [`${row.contactId} ${row.id}`, row])).values()]
  await sql`
    insert into contacts.field_value (contact_id, field_id, value, contact_created_at)
    select contact.id, given.field_id, given.value, contact.created_at
    from unnest(${last.map(({ contactId }) => contactId)}::uuid[], ${last.map(({ id }) => id)}::uuid[], ${last.map(({ to }) => to)}::text[])
      as given (contact_id, field_id, value)
    join contacts.contact contact on contact.tenant_id = ${tx.tenantId} and contact.id = given.contact_id
    on conflict (tenant_id, contact_id, field_id) do update set value = excluded.value`.execute(tx.db)
}

function particulars({ name, notes, known, labels, values }: CardChange, fields: readonly Field[]): Changed {
  const first = (kind: 'phone' | 'email') => known.find((one) => one.kind === kind)?.value
  const [phone, email] = [first('phone'), first('email')]
  const told = {
    ...(name ? { name } : {}),
    ...(phone === undefined ? {} : { phone: { from: null, to: phone } }),
    ...(email === undefined ? {} : { email: { from: null, to: email } }),
    ...(labels ? { labels: { from: labels.from, to: labels.to } } : {}),
    ...(values.length > 0
      ? { custom: values.map((one) => ({ ...one, name: fields.find(({ id }) => id === one.id)?.name ?? '' })) }
      : {}),
  }
  return {
    fields: [...(Object.keys(told) as Changed['fields']), ...(notes === undefined ? [] : ['notes' as const])],
    ...told,
  }
}
