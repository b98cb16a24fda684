import { announce } from '#lib/facts/announce'
import { InvalidInput, NotFound } from '#lib/refusal'
import { attempt, type Tx } from '#lib/tx'
import { permit } from '#tenancy'
import type { Contact } from './contact.ts'
import { getContact } from './queries.ts'
import { AlreadyMerged, MergedTheOtherWay, OthersMergedIntoIt } from './refusals.ts'

export interface Merge {
  /** The contact that turned out to be somebody we know. */
  readonly id: string
  /** The contact that stands for the person from now on. */
  readonly into: string
}

/**
 * Makes two contacts one person and answers the person's card. Nothing is re-pointed: what is the one's stays the one's,
 * and unmerging gives it back. Merges are never more than one step deep: whoever has others merged into them, or is merged,
 * is refused, and so are oneself, a circle, and a contact that is not there.
 */
export async function merge(tx: Tx, { id, into }: Merge): Promise<Contact> {
  permit(tx, 'contacts.change')
  await join(tx, { id, into })
  await announce(tx, 'contacts.merged', { subjectId: id, contactId: into, details: { into } })
  return getContact(tx, into)
}

/** What the card will show once they are merged; refuses what merging would refuse. Merges, looks, and takes it back. */
export async function previewMerge(tx: Tx, wish: Merge): Promise<Contact> {
  permit(tx, 'contacts.change')
  const seen: Contact[] = []
  const tried = await attempt(tx, async () => {
    await join(tx, wish)
    seen.push(await getContact(tx, wish.into))
    throw new Error('only to look at')
  })
  const [card] = seen
  if (card) return card
  throw tried.ok ? new Error('a preview was not taken back') : tried.error
}

async function join(tx: Tx, { id, into }: Merge): Promise<void> {
  await holdUnmerged(tx, { id, into })
  await tx.db
    .updateTable('contacts.contact')
    .set({ mergedInto: into, mergedAt: tx.now, updatedAt: tx.now })
    .where('tenantId', '=', tx.tenantId)
    .where('id', '=', id)
    .execute()
}

/** Holds both, in the order of ids, and refuses unless each stands for itself. */
async function holdUnmerged(tx: Tx, { id, into }: Merge): Promise<void> {
  if (id === into) throw cannotBe('A contact can’t be merged into itself.', 'same_contact')
  const held = await tx.db
    .selectFrom('contacts.contact')
    .select(['id', 'mergedInto'])
    .where('tenantId', '=', tx.tenantId)
    .where('id', 'in', [id, into])
    .orderBy('id')
    .forUpdate()
    .execute()
  const [one, other] = [id, into].map((wanted) => held.find((contact) => contact.id === wanted))
  if (!one) throw new NotFound('contact')
  if (!other) throw cannotBe('There is no such contact to merge into.', 'no_such_contact')
  if (one.mergedInto) throw new AlreadyMerged('This contact is merged already. Separate it first.')
  if (other.mergedInto === id) throw new MergedTheOtherWay()
  if (other.mergedInto)
    throw new AlreadyMerged('The other contact is itself merged into somebody. Merge into that person instead.')
  if (await hasMerged(tx, id)) throw new OthersMergedIntoIt()
}

async function hasMerged(tx: Tx, id: string): Promise<boolean> {
  const twin = await tx.db
    .selectFrom('contacts.contact')
    .select('id')
    .where('tenantId', '=', tx.tenantId)
    .where('mergedInto', '=', id)
    .limit(1)
    .executeTakeFirst()
  return twin !== undefined
}

function cannotBe(message: string, code: string): InvalidInput {
  return new InvalidInput([{ path: 'into', message, code }], message)
}
