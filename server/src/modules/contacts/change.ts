import { announce } from '#lib/facts/announce'
import type { Facts } from '#lib/facts/types'
import type { Tx } from '#lib/tx'
import { permit } from '#tenancy'
import type { Contact, ContactChange } from './contact.ts'
import { byEmail, type KnownBy } from './identity.ts'
import { setLabels } from './labels.ts'
import { lockPerson, type Person } from './lock-person.ts'
import { claimIdentity, ownersOf } from './own-identities.ts'
import { getContact } from './queries.ts'
import { readPhone } from './read-phone.ts'
import { IdentityTaken } from './refusals.ts'

type Changed = Facts['contacts.changed']

/**
 * Renames a person, adds a number or an address, sets labels and notes. What the person has already is no change; a number
 * or an address that another has is refused.
 */
export async function change(tx: Tx, id: string, wish: ContactChange): Promise<Contact> {
  permit(tx, 'contacts.change')
  const person = await lockPerson(tx, id)
  const labels = await changeLabels(tx, person, wish.labels)
  const fields = [...(await addIdentities(tx, person, wish)), ...(labels ? (['labels'] as const) : [])]
  if (wish.name !== undefined && wish.name !== person.name) fields.push('name')
  if (wish.notes !== undefined && wish.notes !== person.notes) fields.push('notes')
  if (fields.length === 0) return getContact(tx, id)

  await tx.db
    .updateTable('contacts.contact')
    .set({
      name: wish.name === undefined ? person.name : wish.name,
      notes: wish.notes === undefined ? person.notes : wish.notes,
      updatedAt: tx.now,
    })
    .where('tenantId', '=', tx.tenantId)
    .where('id', '=', person.id)
    .execute()
  const details: Changed = { fields, ...(labels ? { labels } : {}) }
  await announce(tx, 'contacts.changed', { subjectId: person.id, contactId: person.id, details })
  return getContact(tx, id)
}

async function changeLabels(tx: Tx, person: Person, to: string[] | undefined): Promise<Changed['labels'] | undefined> {
  if (!to) return undefined
  const from = await setLabels(tx, person.id, to)
  return from.length === to.length && from.every((label) => to.includes(label)) ? undefined : { from, to }
}

async function addIdentities(tx: Tx, { id }: Person, wish: ContactChange): Promise<Changed['fields']> {
  const fields: Changed['fields'] = []
  if (wish.phone !== undefined && (await addIdentity(tx, id, await readPhone(tx, wish.phone), 'phone')))
    fields.push('phone')
  if (wish.email !== undefined && (await addIdentity(tx, id, byEmail(wish.email), 'email'))) fields.push('email')
  return fields
}

async function addIdentity(tx: Tx, contactId: string, identity: KnownBy, field: 'phone' | 'email'): Promise<boolean> {
  if (await claimIdentity(tx, contactId, identity)) return true
  const [owner] = await ownersOf(tx, [identity])
  if (owner?.contactId !== contactId) throw new IdentityTaken(field)
  return false
}
