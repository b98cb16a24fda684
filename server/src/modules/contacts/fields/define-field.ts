import { announce } from '#lib/facts/announce'
import { newId } from '#lib/id'
import { time } from '#lib/json'
import type { Tx } from '#lib/tx'
import { permit } from '#tenancy'
import { FieldNameTaken, TooManyFields } from '../refusals.ts'
import { type Field, mostFields, type NewField } from './field.ts'
import { readFields } from './queries.ts'

/** Adds something this business wants to know of people. Refuses a name that another field has, and the fifty-first. */
export async function defineField(tx: Tx, { name, kind, choices = [] }: NewField): Promise<Field> {
  permit(tx, 'contacts.define-fields')
  const present = await readFields(tx)
  if (present.length >= mostFields) throw new TooManyFields(mostFields)

  const id = newId()
  const place = (present.at(-1)?.place ?? -1) + 1
  const defined = await tx.db
    .insertInto('contacts.field')
    .values({ id, name, kind, choices, place, createdAt: tx.now })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!defined) throw new FieldNameTaken()
  await announce(tx, 'contacts.field_defined', { subjectId: id, details: { name, kind } })
  return { id, name, kind, choices, place, createdAt: time(tx.now), archivedAt: null }
}
