import type { Tx } from '#lib/tx'
import { permit } from '#tenancy'
import { byPhone, byWhatsappUserId } from './identity.ts'
import { ownersOf } from './own-identities.ts'

/** The person who writes by this number or WhatsApp id, merges resolved; undefined when nobody we know does. */
export async function findWriter(
  tx: Tx,
  { kind, value }: { kind: 'phone' | 'whatsapp_user_id'; value: string },
): Promise<string | undefined> {
  permit(tx, 'contacts.change')
  const known = kind === 'phone' ? byPhone(value) : byWhatsappUserId(value)
  const [owner] = known ? await ownersOf(tx, [known]) : []
  return owner?.contactId
}
