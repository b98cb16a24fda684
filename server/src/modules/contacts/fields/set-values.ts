import { sql } from 'kysely'
import { InvalidInput } from '#lib/refusal'
import type { Tx } from '#lib/tx'
import { family } from '../labels.ts'
import type { Field, FieldWishes } from './field.ts'
import { readFields } from './queries.ts'
import { readValue } from './read-value.ts'

export interface ValueChange {
  readonly id: string
  readonly name: string
  readonly from: string | null
  readonly to: string | null
}

/** Writes down what is known of a person under some fields; answers what that changed. Refuses what a field does not take. */
export async function setValues(tx: Tx, personId: string, wishes: FieldWishes): Promise<ValueChange[]> {
  const wanted = readAll(await readFields(tx), wishes)
  if (wanted.length === 0) return []
  const present = await valuesOf(tx, personId)
  const changes = wanted
    .map(({ field, value }) => ({ id: field.id, name: field.name, from: present.get(field.id) ?? null, to: value }))
    .filter(({ from, to }) => from !== to)

  const gone = changes.filter(({ to }) => to === null).map(({ id }) => id)
  if (gone.length > 0)
    await sql`
      delete from contacts.field_value
      where tenant_id = ${tx.tenantId} and contact_id = any(${family(tx, personId)}) and field_id = any(${gone}::uuid[])`.execute(
      tx.db,
    )
  const kept = changes.filter(({ to }) => to !== null)
  if (kept.length > 0)
    await sql`
      insert into contacts.field_value (contact_id, field_id, value, contact_created_at)
      select contact.id, given.field_id, given.value, contact.created_at
      from contacts.contact contact
      cross join unnest(${kept.map(({ id }) => id)}::uuid[], ${kept.map(({ to }) => to)}::text[]) as given (field_id, value)
      where contact.tenant_id = ${tx.tenantId} and contact.id = ${personId}
      on conflict (tenant_id, contact_id, field_id) do update set value = excluded.value`.execute(tx.db)
  return changes
}

function readAll(fields: readonly Field[], wishes: FieldWishes): { field: Field; value: string | null }[] {
  return Object.entries(wishes).map(([id, typed]) => {
    const path = `fields.${id}`
    const field = fields.find((each) => each.id === id)
    if (!field) throw new InvalidInput([{ path, message: 'There is no such field.', code: 'no_such_field' }])
    const isEmpty = typed === null || (typeof typed === 'string' && typed.trim() === '')
    const value = isEmpty ? null : readValue(field, spoken(typed))
    if (value === undefined) throw new InvalidInput([{ path, message: whatItTakes(field), code: 'invalid_value' }])
    return { field, value }
  })
}

/** A number as people write it, never 1e21. */
function spoken(typed: string | number | boolean): string {
  return typeof typed === 'number'
    ? typed.toLocaleString('en', { useGrouping: false, maximumFractionDigits: 20 })
    : `${typed}`
}

/** A sentence that says what a field takes. */
export function whatItTakes({ kind, choices }: Pick<Field, 'kind' | 'choices'>): string {
  switch (kind) {
    case 'text':
      return 'Enter at most 500 characters.'
    case 'number':
      return 'Enter a number, such as 12.5.'
    case 'date':
      return 'Enter a day of the calendar, such as 2026-03-02.'
    case 'choice':
      return `Choose one of: ${choices.join(', ')}.`
    case 'yes_no':
      return 'Enter yes or no.'
    default: {
      const never: never = kind
      return never
    }
  }
}

/** The person's own values, which come last, before those of whoever was merged into them. */
async function valuesOf(tx: Tx, personId: string): Promise<Map<string, string>> {
  const { rows } = await sql<{ fieldId: string; value: string }>`
    select known.field_id, known.value from contacts.field_value known
    where known.tenant_id = ${tx.tenantId} and known.contact_id = any(${family(tx, personId)})
    order by (known.contact_id = ${personId}), known.contact_id`.execute(tx.db)
  return new Map(rows.map(({ fieldId, value }) => [fieldId, value]))
}
