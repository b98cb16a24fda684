import { announce } from '#lib/facts/announce'
import { NotFound } from '#lib/refusal'
import type { Tx } from '#lib/tx'
import { permit } from '#tenancy'
import type { Contact } from './contact.ts'
import { getContact } from './queries.ts'
import { NotMerged } from './refusals.ts'

/** Makes a merged contact a person of its own again, with all that was its own, and answers its card. */
export async function unmerge(tx: Tx, id: string): Promise<Contact> {
  permit(tx, 'contacts.change')
  const held = await tx.db
    .selectFrom('contacts.contact')
    .select('mergedInto')
    .where('tenantId', '=', tx.tenantId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!held) throw new NotFound('contact')
  if (held.mergedInto === null) throw new NotMerged()

  await tx.db
    .updateTable('contacts.contact')
    .set({ mergedInto: null, mergedAt: null, updatedAt: tx.now })
    .where('tenantId', '=', tx.tenantId)
    .where('id', '=', id)
    .execute()
  await announce(tx, 'contacts.unmerged', {
    subjectId: id,
    contactId: held.mergedInto,
    details: { from: held.mergedInto },
  })
  return getContact(tx, id)
}
