import { announce } from '#lib/facts/announce'
import { NotFound } from '#lib/refusal'
import type { Tx } from '#lib/tx'
import { permit } from '#tenancy'
import type { IdentityKind } from './identity.ts'
import { family } from './labels.ts'
import { lockPerson } from './lock-person.ts'
import { GivenByWhatsapp } from './refusals.ts'

/**
 * Takes a number or an address from a person; whoever writes by it from now on is somebody new. Refuses WhatsApp's own
 * ids, which nobody typed and nobody could type again.
 */
export async function removeIdentity(tx: Tx, wish: { contactId: string; identityId: string }): Promise<void> {
  permit(tx, 'contacts.change')
  const person = await lockPerson(tx, wish.contactId)
  const identity = await tx.db
    .selectFrom('contacts.identity')
    .select(['id', 'kind', 'value'])
    .$narrowType<{ kind: IdentityKind }>()
    .where('tenantId', '=', tx.tenantId)
    .where('id', '=', wish.identityId)
    .where(({ eb, fn }) => eb('contactId', '=', fn.any(family(tx, person.id))))
    .executeTakeFirst()
  if (!identity) throw new NotFound('number or address')
  if (identity.kind === 'whatsapp_user_id') throw new GivenByWhatsapp()

  await tx.db
    .deleteFrom('contacts.identity')
    .where('tenantId', '=', tx.tenantId)
    .where('id', '=', identity.id)
    .execute()
  await announce(tx, 'contacts.changed', {
    subjectId: person.id,
    contactId: person.id,
    details: {
      fields: [identity.kind],
      removed: identity.kind,
      [identity.kind]: { from: identity.value, to: null },
    },
  })
}
