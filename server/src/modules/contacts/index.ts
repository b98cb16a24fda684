/**
 * Contacts: a *contact* is one person, known by *identities* (phone numbers, WhatsApp user ids, e-mail addresses), each of
 * which belongs to one contact only. This module promises that spellings of one number are one person, that identities
 * which disagree never merge people by themselves, and that a name somebody typed is not overwritten by a profile.
 */
import type { Tx } from '#lib/tx'

export declare function resolve(
  tx: Tx,
  who: { phone?: string; whatsappUserId?: string; profileName?: string },
): Promise<{ id: string; created: boolean }>
