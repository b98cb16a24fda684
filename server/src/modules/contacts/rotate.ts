import { announce } from '#lib/facts/announce'
import type { Tx } from '#lib/tx'
import { permit } from '#tenancy'
import { byPhone, byWhatsappUserId, type KnownBy } from './identity.ts'
import { claimIdentity, ownersOf } from './own-identities.ts'

/** The person of one number now has another. Safe to repeat; does nothing when the new number is somebody else's. */
export async function rotatePhone(tx: Tx, { from, to }: { from: string; to: string }): Promise<void> {
  await rotate(tx, byPhone(from), byPhone(to), 'phone')
}

/** The same for WhatsApp's id of a person. Ids of another shape identify nobody and are passed over. */
export async function rotateWhatsappUserId(tx: Tx, { from, to }: { from: string; to: string }): Promise<void> {
  const [old, present] = [byWhatsappUserId(from), byWhatsappUserId(to)]
  if (old && present) await rotate(tx, old, present, 'whatsappUserId')
}

async function rotate(tx: Tx, old: KnownBy, present: KnownBy, field: 'phone' | 'whatsappUserId'): Promise<void> {
  permit(tx, 'contacts.change')
  if (old.matchKey === present.matchKey) return
  const owners = await ownersOf(tx, [old, present])
  const person = owners.find((owner) => owner.matchKey === old.matchKey)
  const holder = owners.find((owner) => owner.matchKey === present.matchKey)
  if (!person || (holder && holder.contactId !== person.contactId)) return
  if (!holder && !(await claimIdentity(tx, person.holderId, present))) return

  // The old one may be given to a stranger any day: from now on it names nobody.
  await tx.db
    .deleteFrom('contacts.identity')
    .where('tenantId', '=', tx.tenantId)
    .where('kind', '=', old.kind)
    .where('matchKey', '=', old.matchKey)
    .execute()
  await announce(tx, 'contacts.changed', {
    subjectId: person.contactId,
    contactId: person.contactId,
    details: { fields: [field], [field]: { from: old.value, to: present.value } },
  })
}
