import { NotFound } from '#lib/refusal'
import type { Tx } from '#lib/tx'

export interface Person {
  readonly id: string
  readonly name: string | null
  readonly notes: string | null
}

/** Holds a person until the transaction ends, or `not_found`. A merged contact stands for the person it was merged into. */
export async function lockPerson(tx: Tx, id: string): Promise<Person> {
  const row = await tx.db
    .selectFrom('contacts.contact as person')
    .select(['person.id', 'person.name', 'person.notes'])
    .where('person.tenantId', '=', tx.tenantId)
    .where('person.id', '=', ({ selectFrom }) =>
      selectFrom('contacts.contact as asked')
        .select(({ fn }) => fn.coalesce('asked.mergedInto', 'asked.id').as('id'))
        .where('asked.tenantId', '=', tx.tenantId)
        .where('asked.id', '=', id),
    )
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw new NotFound('contact')
  return row
}
