import { type RawBuilder, sql } from 'kysely'
import { memberBehind } from '#lib/actor'
import { time } from '#lib/json'
import { type Page, readCursor, TimeAndId, toPage } from '#lib/page'
import { NotFound } from '#lib/refusal'
import type { Tx } from '#lib/tx'
import { permit } from '#tenancy'
import { search } from '../search.ts'
import { type Lead, type Source, type Stage, stages } from './lead.ts'

export interface LeadsWish {
  readonly stage?: Stage | undefined
  /** `me`, `none`, or a member's id. */
  readonly owner?: string | undefined
  readonly source?: Source | undefined
  readonly contactId?: string | undefined
  readonly q?: string | undefined
  readonly limit: number
  readonly cursor?: string | undefined
}

interface Row extends Pick<Lead, 'id' | 'stage' | 'source' | 'sourceDetails' | 'lostReason'> {
  contactId: string
  name: string | null
  phone: string | null
  email: string | null
  username: string | null
  stageChangedAt: Date
  ownerId: string | null
  ownerName: string | null
  valueAmount: string | null
  valueCurrency: string | null
  createdAt: Date
}

// As many people as a search for leads looks through.
const mostFound = 500

/** One lead, or `not_found`. */
export async function getLead(tx: Tx, id: string): Promise<Lead> {
  permit(tx, 'leads.read')
  const [row] = await select(tx, sql`lead.id = ${id}`, 1)
  if (!row) throw new NotFound('lead')
  return asLead(row)
}

/** The leads of the workspace, newest first. */
export async function listLeads(tx: Tx, { limit, cursor, ...filter }: LeadsWish): Promise<Page<Lead>> {
  permit(tx, 'leads.read')
  const after = readCursor(cursor, TimeAndId)
  const wanted = await wishesOf(tx, filter)
  if (after) wanted.push(sql`(lead.created_at, lead.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`)
  const rows = await select(tx, wanted.length > 0 ? sql.join(wanted, sql` and `) : sql`true`, limit + 1)
  return toPage(rows, limit, (row) => [row.createdAt.toISOString(), row.id], asLead)
}

/** How many leads stand in each stage, in one pass. */
export async function countLeads(
  tx: Tx,
  filter: Omit<LeadsWish, 'limit' | 'cursor' | 'stage'>,
): Promise<Record<Stage, number>> {
  permit(tx, 'leads.read')
  const wanted = await wishesOf(tx, filter)
  const { rows } = await sql<{ stage: Stage; count: number }>`
    select lead.stage, count(*)::int as count from contacts.lead lead
    where lead.tenant_id = ${tx.tenantId} and ${wanted.length > 0 ? sql.join(wanted, sql` and `) : sql`true`}
    group by lead.stage`.execute(tx.db)
  const found = new Map(rows.map(({ stage, count }) => [stage, count]))
  return Object.fromEntries(stages.map((stage) => [stage, found.get(stage) ?? 0])) as Record<Stage, number>
}

async function wishesOf(
  tx: Tx,
  { stage, owner, source, contactId, q }: Omit<LeadsWish, 'limit' | 'cursor'>,
): Promise<RawBuilder<unknown>[]> {
  const wanted: RawBuilder<unknown>[] = []
  if (stage) wanted.push(sql`lead.stage = ${stage}`)
  if (source) wanted.push(sql`lead.source = ${source}`)
  if (owner === 'none') wanted.push(sql`lead.owner_id is null`)
  else if (owner) wanted.push(sql`lead.owner_id = ${owner === 'me' ? me(tx) : owner}::uuid`)
  if (contactId) wanted.push(sql`lead.contact_id = any(${await familyOf(tx, contactId)}::uuid[])`)
  if (q?.trim()) wanted.push(sql`lead.contact_id = any(${await search(tx, q, mostFound)}::uuid[])`)
  return wanted
}

async function familyOf(tx: Tx, contactId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select ${contactId}::uuid as id
    union all select id from contacts.contact where tenant_id = ${tx.tenantId} and merged_into = ${contactId}`.execute(
    tx.db,
  )
  return rows.map(({ id }) => id)
}

function me(tx: Tx): string | null {
  return memberBehind(tx.actor)
}

async function select(tx: Tx, wanted: RawBuilder<unknown>, most: number): Promise<Row[]> {
  // The page is chosen before anything is looked up for it.
  const { rows } = await sql<Row>`
    with page as materialized (
      select lead.* from contacts.lead lead
      where lead.tenant_id = ${tx.tenantId} and ${wanted}
      order by lead.created_at desc, lead.id desc limit ${most}
    )
    select page.id, page.stage, page.stage_changed_at, page.source, page.source_details, page.owner_id, page.value_amount, page.value_currency,
      page.lost_reason, page.created_at, card.person_id as contact_id, card.name, card.phone, card.email, card.username,
      (select colleague.name from tenancy.colleague colleague
        where colleague.tenant_id = ${tx.tenantId} and colleague.id = page.owner_id) as owner_name
    from page join contacts.card card on card.tenant_id = ${tx.tenantId} and card.id = page.contact_id
    order by page.created_at desc, page.id desc`.execute(tx.db)
  return rows
}

function asLead(row: Row): Lead {
  const { contactId, name, phone, email, username, ownerId, ownerName, valueAmount, valueCurrency, ...lead } = row
  return {
    ...lead,
    contact: { id: contactId, name, phone, email, username },
    owner: ownerId && ownerName ? { id: ownerId, name: ownerName } : null,
    value: valueAmount !== null && valueCurrency ? { amount: Number(valueAmount), currency: valueCurrency } : null,
    stageChangedAt: time(row.stageChangedAt),
    createdAt: time(row.createdAt),
  }
}
