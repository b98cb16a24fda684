import { announce } from '#lib/facts/announce'
import { newId } from '#lib/id'
import type { Tx } from '#lib/tx'
import { permit } from '#tenancy'
import type { Contact, NewContact } from './contact.ts'
import { byEmail } from './identity.ts'
import { setLabels } from './labels.ts'
import { claimIdentity } from './own-identities.ts'
import { getContact } from './queries.ts'
import { readPhone } from './read-phone.ts'
import { IdentityTaken } from './refusals.ts'

/** Adds a person. Refuses a number or an address that is none, and one that is another contact's. */
export async function create(tx: Tx, { name, phone, email, labels, notes }: NewContact): Promise<Contact> {
  permit(tx, 'contacts.create')
  const number = phone === undefined ? undefined : await readPhone(tx, phone)
  const id = newId()
  await tx.db
    .insertInto('contacts.contact')
    .values({ id, name: name ?? null, notes: notes ?? null, createdAt: tx.now, updatedAt: tx.now })
    .execute()
  if (number && !(await claimIdentity(tx, id, number))) throw new IdentityTaken('phone')
  if (email !== undefined && !(await claimIdentity(tx, id, byEmail(email)))) throw new IdentityTaken('email')
  if (labels) await setLabels(tx, id, labels)

  await announce(tx, 'contacts.created', { subjectId: id, contactId: id, details: {} })
  return getContact(tx, id)
}
