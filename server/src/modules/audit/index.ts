/**
 * Audit: who did what, on what, when, from where, with what was there before and after. It keeps nothing of its own: it reads
 * the log of facts and says each *entry* as a sentence. Which facts belong in it is decided where they are stored
 * (`facts.is_audited`); one that has no words here yet is shown by its name. This module promises that nobody can change or
 * delete an entry, and that what an export holds can do no harm in a spreadsheet.
 */
export { Entry } from './entry.ts'
