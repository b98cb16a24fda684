import { announce } from '#lib/facts/announce'
import { newId } from '#lib/id'
import type { Tx } from '#lib/tx'
import { permit } from '#tenancy'
import type { Contact, NewContact } from './contact.ts'
import { setValues } from './fields/set-values.ts'
import { byEmail, type KnownBy } from './identity.ts'
import { setLabels } from './labels.ts'
import { claimIdentity, ownersOf } from './own-identities.ts'
import { getContact } from './queries.ts'
import { readPhone } from './read-phone.ts'
import { IdentityTaken } from './refusals.ts'

/** Adds a person. Refuses a number or an address that is none, and one that is another contact's. */
export async function create(tx: Tx, { name, phone, email, labels, notes, fields }: NewContact): Promise<Contact> {
  permit(tx, 'contacts.create')
  const number = phone === undefined ? undefined : await readPhone(tx, phone)
  const id = newId()
  await tx.db
    .insertInto('contacts.contact')
    .values({ id, name: name ?? null, notes: notes ?? null, createdAt: tx.now, updatedAt: tx.now })
    .execute()
  if (number) await claimOrRefuse(tx, id, number, 'phone')
  if (email !== undefined) await claimOrRefuse(tx, id, byEmail(email), 'email')
  if (labels) await setLabels(tx, id, labels)
  if (fields) await setValues(tx, id, fields)

  await announce(tx, 'contacts.created', { subjectId: id, contactId: id, details: {} })
  return getContact(tx, id)
}

async function claimOrRefuse(tx: Tx, id: string, identity: KnownBy, field: 'phone' | 'email'): Promise<void> {
  if (await claimIdentity(tx, id, identity)) return
  const [owner] = await ownersOf(tx, [identity])
  throw new IdentityTaken(field, owner?.name)
}
