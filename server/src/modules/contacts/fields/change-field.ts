import { sql } from 'kysely'
import { announce } from '#lib/facts/announce'
import { NotFound } from '#lib/refusal'
import { attempt, type Tx } from '#lib/tx'
import { permit } from '#tenancy'
import { ChoicesElsewhere, FieldNameTaken, TooManyFields } from '../refusals.ts'
import { type Field, type FieldChange, mostFields } from './field.ts'
import { readFields } from './queries.ts'

/**
 * Renames a field, sets its choices, moves it among the others, archives it or takes it back. What was written under a
 * choice that is gone stays. Refuses a name that another field has, and choices where there are none to be had.
 */
export async function changeField(tx: Tx, id: string, wish: FieldChange): Promise<Field> {
  permit(tx, 'contacts.define-fields')
  const fields = await holdFields(tx)
  const field = fields.find((each) => each.id === id)
  if (!field) throw new NotFound('field')
  if (wish.choices && field.kind !== 'choice') throw new ChoicesElsewhere()
  const present = fields.filter(({ archivedAt }) => archivedAt === null)
  if (wish.archived === false && field.archivedAt !== null && present.length >= mostFields)
    throw new TooManyFields(mostFields)

  const change = changeOf(field, wish)
  if (Object.keys(change).length === 0) return field
  await write(tx, field, wish)
  if (wish.place !== undefined) await moveTo(tx, present, { id, place: wish.place })
  await announce(tx, 'contacts.field_changed', { subjectId: id, details: { name: wish.name ?? field.name, change } })
  return (await readFields(tx, { archived: true })).find((each) => each.id === id) ?? field
}

/** Whoever orders them holds them all, so that two who do it at once end with one order. */
async function holdFields(tx: Tx): Promise<Field[]> {
  await sql`select from contacts.field where tenant_id = ${tx.tenantId} order by id for update`.execute(tx.db)
  return readFields(tx, { archived: true })
}

function changeOf(field: Field, wish: FieldChange): Record<string, { from: unknown; to: unknown }> {
  const before = { name: field.name, choices: field.choices, place: field.place, archived: field.archivedAt !== null }
  const moved = (Object.keys(before) as (keyof typeof before)[]).filter(
    (key) => wish[key] !== undefined && JSON.stringify(wish[key]) !== JSON.stringify(before[key]),
  )
  return Object.fromEntries(moved.map((key) => [key, { from: before[key], to: wish[key] }]))
}

async function write(tx: Tx, field: Field, { name, choices, archived }: FieldChange): Promise<void> {
  const archivedAt = (archived ?? field.archivedAt !== null) ? (field.archivedAt ?? tx.now) : null
  const written = await attempt(tx, () =>
    tx.db
      .updateTable('contacts.field')
      .set({ name: name ?? field.name, choices: choices ?? field.choices, archivedAt })
      .where('tenantId', '=', tx.tenantId)
      .where('id', '=', field.id)
      .execute(),
  )
  if (!written.ok) throw isTaken(written.error) ? new FieldNameTaken() : written.error
}

function isTaken(error: unknown): boolean {
  return error instanceof Error && 'constraint' in error && error.constraint === 'field_name_once'
}

async function moveTo(tx: Tx, present: readonly Field[], { id, place }: { id: string; place: number }): Promise<void> {
  const order = present
    .map((field) => field.id)
    .filter((each) => each !== id)
    .toSpliced(place, 0, id)
  await sql`
    update contacts.field field set place = wanted.place - 1
    from unnest(${order}::uuid[]) with ordinality as wanted (id, place)
    where field.tenant_id = ${tx.tenantId} and field.id = wanted.id`.execute(tx.db)
}
