import { memberBehind } from '#lib/actor'
import { announce } from '#lib/facts/announce'
import { newId } from '#lib/id'
import { InvalidInput } from '#lib/refusal'
import type { Tx } from '#lib/tx'
import { isPresent, permit } from '#tenancy'
import { lockPerson } from '../lock-person.ts'
import type { Lead, NewLead, Source } from './lead.ts'
import { getLead } from './queries.ts'
import { LeadAlready } from './refusals.ts'
import { sourceOfReferral } from './source-of-referral.ts'

/** Makes a lead of a person. Refuses a person who is one already, and an owner who does not work here. */
export async function beginLead(tx: Tx, { contactId, stage, source, value, ...wish }: NewLead): Promise<Lead> {
  permit(tx, 'leads.change')
  const person = await lockPerson(tx, contactId)
  const me = memberBehind(tx.actor)
  const ownerId = wish.ownerId === undefined ? me : wish.ownerId
  await refuseUnlessPresent(tx, ownerId)
  const id = await insert(tx, { contactId: person.id, stage, source, ownerId, value: value ?? null, details: null })
  if (!id) throw new LeadAlready()
  return getLead(tx, id)
}

/** Somebody begins to write after they saw an advertisement or a post: a lead with that source, unless they are one already. */
export async function beginLeadByReferral(tx: Tx, contactId: string, referral: unknown): Promise<void> {
  permit(tx, 'leads.change')
  const found = sourceOfReferral(referral)
  if (found) await insert(tx, { contactId, stage: 'new', ownerId: null, value: null, ...found })
}

export async function refuseUnlessPresent(tx: Tx, ownerId: string | null): Promise<void> {
  if (ownerId === null || (await isPresent(tx, ownerId))) return
  throw new InvalidInput([{ path: 'ownerId', message: 'This person does not work here.', code: 'no_such_member' }])
}

interface Beginning {
  readonly contactId: string
  readonly stage: Lead['stage']
  readonly source: Source
  readonly details: Lead['sourceDetails']
  readonly ownerId: string | null
  readonly value: Lead['value']
}

async function insert(
  tx: Tx,
  { contactId, stage, source, details, ownerId, value }: Beginning,
): Promise<string | undefined> {
  const id = newId()
  const begun = await tx.db
    .insertInto('contacts.lead')
    .values({
      ...{ id, contactId, stage, source, ownerId, sourceDetails: details && JSON.stringify(details) },
      ...{ valueAmount: value?.amount ?? null, valueCurrency: value?.currency ?? null },
      ...{ stageChangedAt: tx.now, createdAt: tx.now, updatedAt: tx.now },
    })
    .onConflict((conflict) => conflict.columns(['tenantId', 'contactId']).doNothing())
    .returning('id')
    .executeTakeFirst()
  if (begun) await announce(tx, 'contacts.lead_created', { subjectId: id, contactId, details: { stage, source } })
  return begun?.id
}
