import { announce, announceEach } from '#lib/facts/announce'
import type { Facts } from '#lib/facts/types'
import { NotFound } from '#lib/refusal'
import type { Tx } from '#lib/tx'
import { permit } from '#tenancy'
import { refuseUnlessPresent } from './begin-lead.ts'
import type { Lead, LeadChange } from './lead.ts'
import { getLead } from './queries.ts'
import { NotLost } from './refusals.ts'

type Changed = Facts['contacts.lead_changed']

/** Moves a lead to another stage, gives it an owner, a value, or the reason why it was lost. What is so already is no change. */
export async function changeLead(tx: Tx, id: string, wish: LeadChange): Promise<Lead> {
  permit(tx, 'leads.change')
  const lead = await holdLead(tx, id)
  const stage = wish.stage ?? lead.stage
  if (wish.lostReason && stage !== 'lost') throw new NotLost()
  if (wish.ownerId !== undefined && wish.ownerId !== lead.owner?.id) await refuseUnlessPresent(tx, wish.ownerId)
  const next = {
    stage,
    ownerId: wish.ownerId === undefined ? (lead.owner?.id ?? null) : wish.ownerId,
    value: wish.value === undefined ? lead.value : wish.value,
    lostReason: stage === 'lost' ? (wish.lostReason === undefined ? lead.lostReason : wish.lostReason) : null,
  }
  const changed = changesOf(lead, next)
  const isMoved = stage !== lead.stage
  if (!isMoved && Object.keys(changed).length === 0) return lead

  await tx.db
    .updateTable('contacts.lead')
    .set({
      ...{ stage, ownerId: next.ownerId, lostReason: next.lostReason, updatedAt: tx.now },
      ...{ valueAmount: next.value?.amount ?? null, valueCurrency: next.value?.currency ?? null },
      ...(isMoved ? { stageChangedAt: tx.now } : {}),
    })
    .where('tenantId', '=', tx.tenantId)
    .where('id', '=', id)
    .execute()
  const about = { subjectId: id, contactId: lead.contact.id }
  const reason = next.lostReason === null ? {} : { reason: next.lostReason }
  if (isMoved)
    await announce(tx, 'contacts.lead_stage_changed', { ...about, details: { from: lead.stage, to: stage, ...reason } })
  if (Object.keys(changed).length > 0) await announce(tx, 'contacts.lead_changed', { ...about, details: changed })
  return getLead(tx, id)
}

async function holdLead(tx: Tx, id: string): Promise<Lead> {
  const held = await tx.db
    .selectFrom('contacts.lead')
    .select('id')
    .where('tenantId', '=', tx.tenantId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!held) throw new NotFound('lead')
  return getLead(tx, id)
}

function changesOf(
  lead: Lead,
  next: Pick<Lead, 'value' | 'lostReason' | 'stage'> & { ownerId: string | null },
): Changed {
  const isSameValue = lead.value?.amount === next.value?.amount && lead.value?.currency === next.value?.currency
  const owner = lead.owner?.id ?? null
  const isCorrected = lead.stage === 'lost' && next.stage === 'lost' && lead.lostReason !== next.lostReason
  return {
    ...(owner === next.ownerId ? {} : { ownerId: { from: owner, to: next.ownerId } }),
    ...(isSameValue ? {} : { value: { from: lead.value, to: next.value } }),
    ...(isCorrected ? { lostReason: { from: lead.lostReason, to: next.lostReason } } : {}),
  }
}

// A statement holds 65,535 values.
const batch = 1_000

/** Whoever left owns nothing any more: their leads stand there without an owner, for somebody to take. */
export async function leaveLeads(tx: Tx, memberId: string): Promise<void> {
  for (;;) {
    const theirs = await tx.db
      .selectFrom('contacts.lead')
      .select(['id', 'contactId'])
      .where('tenantId', '=', tx.tenantId)
      .where('ownerId', '=', memberId)
      .orderBy('id')
      .limit(batch)
      .forUpdate()
      .execute()
    if (theirs.length === 0) return
    await tx.db
      .updateTable('contacts.lead')
      .set({ ownerId: null, updatedAt: tx.now })
      .where('tenantId', '=', tx.tenantId)
      .where(
        'id',
        'in',
        theirs.map(({ id }) => id),
      )
      .execute()
    const details = { ownerId: { from: memberId, to: null } }
    await announceEach(
      tx,
      'contacts.lead_changed',
      theirs.map(({ id, contactId }) => ({ subjectId: id, contactId, details })),
    )
  }
}
