import { announce } from '#lib/facts/announce'
import { NotFound } from '#lib/refusal'
import type { Tx } from '#lib/tx'
import { permit } from '#tenancy'
import type { Contact, ContactChange } from './contact.ts'
import { byEmail, type KnownBy } from './identity.ts'
import { claimIdentity, ownersOf } from './own-identities.ts'
import { getContact } from './queries.ts'
import { readPhone } from './read-phone.ts'
import { IdentityTaken } from './refusals.ts'

type Field = 'name' | 'phone' | 'email'

/** Renames a person, or adds a number or an address. What the person has already is no change; what another has is refused. */
export async function change(tx: Tx, id: string, wish: ContactChange): Promise<Contact> {
  permit(tx, 'contacts.change')
  const person = await lockPerson(tx, id)
  const fields: Field[] = []

  if (wish.phone !== undefined && (await addIdentity(tx, person.id, await readPhone(tx, wish.phone), 'phone')))
    fields.push('phone')
  if (wish.email !== undefined && (await addIdentity(tx, person.id, byEmail(wish.email), 'email'))) fields.push('email')
  if (wish.name !== undefined && wish.name !== person.name) fields.push('name')
  if (fields.length === 0) return getContact(tx, id)

  await tx.db
    .updateTable('contacts.contact')
    .set({ name: wish.name === undefined ? person.name : wish.name, updatedAt: tx.now })
    .where('tenantId', '=', tx.tenantId)
    .where('id', '=', person.id)
    .execute()
  await announce(tx, 'contacts.changed', { subjectId: person.id, contactId: person.id, details: { fields } })
  return getContact(tx, id)
}

/** A merged contact stands for the person it was merged into. */
async function lockPerson(tx: Tx, id: string): Promise<{ id: string; name: string | null }> {
  const row = await tx.db
    .selectFrom('contacts.contact as person')
    .select(['person.id', 'person.name'])
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

async function addIdentity(tx: Tx, contactId: string, identity: KnownBy, field: 'phone' | 'email'): Promise<boolean> {
  if (await claimIdentity(tx, contactId, identity)) return true
  const [owner] = await ownersOf(tx, [identity])
  if (owner?.contactId !== contactId) throw new IdentityTaken(field)
  return false
}
