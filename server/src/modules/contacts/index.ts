/**
 * Contacts: a *contact* is one person, known by *identities* (phone numbers, WhatsApp user ids, e-mail addresses), each of
 * which belongs to one contact only. This module promises that spellings of one number are one person, that identities
 * which disagree never merge people by themselves, that merging by hand can be taken back at any time, and that a name
 * somebody typed is not overwritten by a profile. What people allow to be sent to them stands in a ledger of *consent*, which
 * only grows; everything that sends asks it. Other
 * modules read names and numbers through the view `contacts.card` and find people through `search`.
 */
export { change } from './change.ts'
export { ask as askConsent } from './consent/ask.ts'
export { confirmationOf } from './consent/confirmation.ts'
export { consentChannelOf, type Purpose } from './consent/consent.ts'
export { type ConsentHeard, hear as hearConsent } from './consent/hear.ts'
export { takeProviderWord } from './consent/take-word.ts'
export type { Contact } from './contact.ts'
export { create } from './create.ts'
export { findWriter } from './find-writer.ts'
export { beginLead, beginLeadByReferral } from './leads/begin-lead.ts'
export { listContacts } from './list-contacts.ts'
export { merge } from './merge.ts'
export { allOf, getContact } from './queries.ts'
export { NobodyToBe } from './refusals.ts'
export { type Resolved, resolve, type Writer } from './resolve.ts'
export { rotatePhone, rotateWhatsappUserId } from './rotate.ts'
export { search } from './search.ts'
export { unmerge } from './unmerge.ts'
