import { sql } from 'kysely'
import { newId } from '#lib/id'
import type { Tx } from '#lib/tx'
import type { IdentityKind, KnownBy } from './identity.ts'

export interface Owner {
  readonly kind: IdentityKind
  readonly matchKey: string
  /** The person, with merges resolved. */
  readonly contactId: string
  readonly name: string | null
}

/** Whose are these? What belongs to nobody is left out. */
export async function ownersOf(tx: Tx, known: readonly KnownBy[]): Promise<Owner[]> {
  const { rows } = await sql<Owner>`
    select identity.kind, identity.match_key, person.id as contact_id, person.name
    from unnest(${known.map((one) => one.kind)}::text[], ${known.map((one) => one.matchKey)}::text[]) as wanted (kind, match_key)
    join contacts.identity identity
      on identity.tenant_id = ${tx.tenantId} and identity.kind = wanted.kind and identity.match_key = wanted.match_key
    join contacts.contact contact on contact.tenant_id = identity.tenant_id and contact.id = identity.contact_id
    join contacts.contact person
      on person.tenant_id = contact.tenant_id and person.id = coalesce(contact.merged_into, contact.id)`.execute(tx.db)
  return rows
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
