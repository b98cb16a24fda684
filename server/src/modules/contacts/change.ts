import { announce } from '#lib/facts/announce'
import type { Facts } from '#lib/facts/types'
import type { Tx } from '#lib/tx'
import { permit } from '#tenancy'
import type { Contact, ContactChange } from './contact.ts'
import { setValues } from './fields/set-values.ts'
import { byEmail, type KnownBy } from './identity.ts'
import { setLabels } from './labels.ts'
import { lockPerson, type Person } from './lock-person.ts'
import { claimIdentity, ownersOf } from './own-identities.ts'
import { getContact } from './queries.ts'
import { readPhone } from './read-phone.ts'
import { IdentityTaken } from './refusals.ts'

type Changed = Facts['contacts.changed']
type Particulars = Omit<Changed, 'fields'>

/**
 * Renames a person, adds a number or an address, sets labels, notes and what this business's fields say. What the person has
 * already is no change; a number or an address that another has is refused.
 */
export async function change(tx: Tx, id: string, wish: ContactChange): Promise<Contact> {
  permit(tx, 'contacts.change')
  const person = await lockPerson(tx, id)
  const particulars: Particulars = {
    ...(wish.phone === undefined ? {} : await addIdentity(tx, person.id, await readPhone(tx, wish.phone), 'phone')),
    ...(wish.email === undefined ? {} : await addIdentity(tx, person.id, byEmail(wish.email), 'email')),
    ...(await changeLabels(tx, person, wish.labels)),
    ...(wish.name === undefined || wish.name === person.name ? {} : { name: { from: person.name, to: wish.name } }),
    ...(await changeValues(tx, person, wish.fields)),
  }
  const fields = Object.keys(particulars) as Changed['fields']
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
  const details: Changed = { fields, ...particulars }
  await announce(tx, 'contacts.changed', { subjectId: person.id, contactId: person.id, details })
  return getContact(tx, id)
}

async function changeLabels(tx: Tx, person: Person, to: string[] | undefined): Promise<Particulars> {
  if (!to) return {}
  const from = await setLabels(tx, person.id, to)
  const isSame = from.length === to.length && from.every((label) => to.includes(label))
  return isSame ? {} : { labels: { from, to } }
}

async function changeValues(tx: Tx, person: Person, wish: ContactChange['fields']): Promise<Particulars> {
  const custom = wish ? await setValues(tx, person.id, wish) : []
  return custom.length > 0 ? { custom } : {}
}

async function addIdentity(
  tx: Tx,
  contactId: string,
  identity: KnownBy,
  field: 'phone' | 'email',
): Promise<Particulars> {
  if (await claimIdentity(tx, contactId, identity)) return { [field]: { from: null, to: identity.value } }
  const [owner] = await ownersOf(tx, [identity])
  if (owner?.contactId !== contactId) throw new IdentityTaken(field, owner?.name)
  return {}
}
