import { sql } from 'kysely'
import { announce } from '#lib/facts/announce'
import { newId } from '#lib/id'
import type { Tx } from '#lib/tx'
import { permit } from '#tenancy'
import { nameOfProfile, usernameOfProfile } from './contact.ts'
import { byEmail, byPhone, byWhatsappUserId, type KnownBy } from './identity.ts'
import { claimIdentity, type Owner, ownersOf } from './own-identities.ts'
import { NobodyToBe } from './refusals.ts'

/** What a message says about who wrote it. */
export interface Writer {
  /** E.164. */
  readonly phone?: string
  readonly whatsappUserId?: string
  readonly email?: string
  readonly profileName?: string
  /** What WhatsApp calls them. It may change hands, so it is shown and identifies nobody. */
  readonly username?: string
}

export interface Resolved {
  readonly id: string
  readonly created: boolean
}

/**
 * The contact who wrote, found or created. A phone number and a user id first seen together are linked; when they already
 * belong to different people nobody is merged and the phone decides. Refuses when nothing identifies the writer.
 */
export async function resolve(tx: Tx, writer: Writer): Promise<Resolved> {
  permit(tx, 'contacts.create')
  const known = identitiesOf(writer)
  const [first] = known
  if (!first) throw new NobodyToBe()

  const name = nameOfProfile(writer.profileName)
  const username = usernameOfProfile(writer.username)
  const owners = await ownersOf(tx, known)
  if (owners.length === 0) {
    const created = await createUnlessMet(tx, first, known, { name, username })
    // Somebody else met the same person at the same moment and was first: now they can be read.
    return created ?? resolve(tx, writer)
  }

  const person = ownerOf(owners, first) ?? (owners[0] as Owner)
  await linkTheRest(tx, person, known, owners)
  if (person.name === null && name !== null) await fillName(tx, person.contactId, name)
  if (username !== null) await noteUsername(tx, person.contactId, username)
  return { id: person.contactId, created: false }
}

/** The phone first: it decides when identities disagree. */
function identitiesOf({ phone, whatsappUserId, email }: Writer): KnownBy[] {
  const userId = whatsappUserId === undefined ? undefined : byWhatsappUserId(whatsappUserId)
  return [
    ...(phone === undefined ? [] : [byPhone(phone)]),
    ...(userId ? [userId] : []),
    ...(email === undefined ? [] : [byEmail(email)]),
  ]
}

function ownerOf(owners: readonly Owner[], { kind, matchKey }: KnownBy): Owner | undefined {
  return owners.find((owner) => owner.kind === kind && owner.matchKey === matchKey)
}

async function createUnlessMet(
  tx: Tx,
  first: KnownBy,
  known: readonly KnownBy[],
  profile: { name: string | null; username: string | null },
): Promise<Resolved | undefined> {
  const id = newId()
  await tx.db
    .insertInto('contacts.contact')
    .values({ id, ...profile, createdAt: tx.now, updatedAt: tx.now })
    .execute()
  if (!(await claimIdentity(tx, id, first))) {
    await tx.db.deleteFrom('contacts.contact').where('tenantId', '=', tx.tenantId).where('id', '=', id).execute()
    return undefined
  }
  for (const other of known.slice(1)) await claimIdentity(tx, id, other)
  await announce(tx, 'contacts.created', { subjectId: id, contactId: id, details: {} })
  return { id, created: true }
}

const fields = { phone: 'phone', whatsapp_user_id: 'whatsappUserId', email: 'email' } as const

async function linkTheRest(tx: Tx, person: Owner, known: readonly KnownBy[], owners: readonly Owner[]): Promise<void> {
  for (const one of known) {
    if (ownerOf(owners, one) || !(await claimIdentity(tx, person.holderId, one))) continue
    const field = fields[one.kind]
    await announce(tx, 'contacts.changed', {
      subjectId: person.contactId,
      contactId: person.contactId,
      details: { fields: [field], [field]: { from: null, to: one.value } },
    })
  }
}

/** A name somebody typed stays: only an empty one is filled. */
async function fillName(tx: Tx, id: string, name: string): Promise<void> {
  const filled = await tx.db
    .updateTable('contacts.contact')
    .set({ name, updatedAt: tx.now })
    .where('tenantId', '=', tx.tenantId)
    .where('id', '=', id)
    .where('name', 'is', null)
    .returning('id')
    .executeTakeFirst()
  if (!filled) return
  const details = { fields: ['name' as const], name: { from: null, to: name } }
  await announce(tx, 'contacts.changed', { subjectId: id, contactId: id, details })
}

/** The last one seen; whoever has another now is written down as they are called now. */
async function noteUsername(tx: Tx, id: string, username: string): Promise<void> {
  const { rows } = await sql<{ from: string | null }>`
    update contacts.contact person set username = ${username}, updated_at = ${tx.now}
    from contacts.contact before
    where person.tenant_id = ${tx.tenantId} and person.id = ${id} and person.username is distinct from ${username}
      and before.tenant_id = person.tenant_id and before.id = person.id
    returning before.username as from`.execute(tx.db)
  const [changed] = rows
  if (!changed) return
  const details = { fields: ['username' as const], username: { from: changed.from, to: username } }
  await announce(tx, 'contacts.changed', { subjectId: id, contactId: id, details })
}
