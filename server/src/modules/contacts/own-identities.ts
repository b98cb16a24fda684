import { sql } from 'kysely'
import { newId } from '#lib/id'
import type { Tx } from '#lib/tx'
import type { IdentityKind, KnownBy } from './identity.ts'

export interface Owner {
  readonly kind: IdentityKind
  readonly matchKey: string
  /** The person, with merges resolved. */
  readonly contactId: string
  /** The contact it stands at; another than the person after a merge, so that unmerging gives it back. */
  readonly holderId: string
  readonly name: string | null
}

type Found = Owner & { readonly mergedInto: string | null }

/** Whose are these? What belongs to nobody is left out. */
export async function ownersOf(tx: Tx, known: readonly KnownBy[]): Promise<Owner[]> {
  const { rows } = await sql<Found>`
    select identity.kind, identity.match_key, contact.id as contact_id, contact.id as holder_id, contact.name, contact.merged_into
    from unnest(${known.map((one) => one.kind)}::text[], ${known.map((one) => one.matchKey)}::text[]) as wanted (kind, match_key)
    join contacts.identity identity
      on identity.tenant_id = ${tx.tenantId} and identity.kind = wanted.kind and identity.match_key = wanted.match_key
    join contacts.contact contact
      on contact.tenant_id = ${tx.tenantId} and contact.id = identity.contact_id`.execute(tx.db)
  return rows.some(({ mergedInto }) => mergedInto !== null) ? asPersons(tx, rows) : rows
}

/** A contact that was merged stands for the person it was merged into. Rare, hence a question of its own. */
async function asPersons(tx: Tx, found: readonly Found[]): Promise<Owner[]> {
  const persons = await tx.db
    .selectFrom('contacts.contact')
    .select(['id', 'name'])
    .where('tenantId', '=', tx.tenantId)
    .where(
      'id',
      'in',
      found.map(({ contactId, mergedInto }) => mergedInto ?? contactId),
    )
    .execute()
  return found.map(({ kind, matchKey, contactId, holderId, mergedInto }) => {
    const id = mergedInto ?? contactId
    return { kind, matchKey, contactId: id, holderId, name: persons.find((person) => person.id === id)?.name ?? null }
  })
}

/** Gives the contact an identity; false when it belongs to somebody already, be it by a transaction that ran beside this one. */
export async function claimIdentity(tx: Tx, contactId: string, { kind, value, matchKey }: KnownBy): Promise<boolean> {
  const claimed = await tx.db
    .insertInto('contacts.identity')
    .values({ id: newId(), contactId, kind, value, matchKey, createdAt: tx.now })
    .onConflict((conflict) => conflict.columns(['tenantId', 'kind', 'matchKey']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return claimed !== undefined
}
