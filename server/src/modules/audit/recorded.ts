import { sql } from 'kysely'
import { InvalidInput } from '#lib/refusal'
import type { Tx } from '#lib/tx'
import type { AuditFilter } from './entry.ts'

/** A fact as it is stored, with the names of those in it. */
export interface Recorded {
  readonly id: string
  readonly name: string
  readonly area: string
  readonly subjectId: string
  readonly contactId: string | null
  readonly conversationId: string | null
  readonly details: Readonly<Record<string, unknown>>
  readonly actor: { readonly kind: string; readonly id?: string; readonly memberId?: string }
  readonly origin: { readonly address: string; readonly agent: string | null } | null
  readonly at: Date
  readonly actorName: string | null
  readonly tokenName: string | null
  readonly memberName: string | null
  readonly invitedEmail: string | null
  readonly subjectTokenName: string | null
  readonly channelName: string | null
  readonly contactName: string | null
  readonly contactPhone: string | null
}

// Whoever acts without an id: the system.
const nobody = '00000000-0000-0000-0000-000000000000'

/** The newest audited facts before a place, at most so many. Names are looked up for these few alone. */
export async function readRecorded(
  tx: Tx,
  filter: AuditFilter,
  { before, most }: { before: readonly [at: string, id: string] | undefined; most: number },
): Promise<Recorded[]> {
  refuseEmptyPeriod(filter)
  const { who, area, subjectId, from, to } = filter
  const tenant = tx.tenantId
  const { rows } = await sql<Recorded>`
    with page as materialized (
      select fact.* from facts.fact fact
      where fact.tenant_id = ${tenant} and fact.audited
        ${who === undefined ? sql`` : sql`and fact.actor_id = ${who === 'system' ? nobody : who}`}
        ${area === undefined ? sql`` : sql`and fact.area = ${area}`}
        ${subjectId === undefined ? sql`` : sql`and fact.subject_id = ${subjectId}`}
        ${from === undefined ? sql`` : sql`and fact.at >= ${from}::timestamptz`}
        ${to === undefined ? sql`` : sql`and fact.at < ${to}::timestamptz`}
        ${before ? sql`and (fact.at, fact.id) < (${before[0]}::timestamptz, ${before[1]}::uuid)` : sql``}
      order by fact.at desc, fact.id desc limit ${most}
    )
    select page.id, page.name, page.area, page.subject_id, page.contact_id, page.conversation_id, page.details, page.actor,
      page.origin, page.at,
      (select c.name from tenancy.colleague c
        where c.tenant_id = ${tenant} and c.id = case when page.actor ->> 'kind' = 'token' then (page.actor ->> 'memberId')::uuid else page.actor_id end) as actor_name,
      (select t.name from tenancy.token_title t where t.tenant_id = ${tenant} and t.id = page.actor_id) as token_name,
      (select c.name from tenancy.colleague c where c.tenant_id = ${tenant} and c.id = page.subject_id) as member_name,
      (select i.email from tenancy.invitation_title i where i.tenant_id = ${tenant} and i.id = page.subject_id) as invited_email,
      (select t.name from tenancy.token_title t where t.tenant_id = ${tenant} and t.id = page.subject_id) as subject_token_name,
      (select c.name from channels.channel_title c where c.tenant_id = ${tenant} and c.id = page.subject_id) as channel_name,
      contact.name as contact_name, contact.phone as contact_phone
    from page left join lateral (
      select card.name, card.phone from contacts.card card where card.tenant_id = ${tenant} and card.id = page.contact_id limit 1
    ) contact on true
    order by page.at desc, page.id desc`.execute(tx.db)
  return rows
}

function refuseEmptyPeriod({ from, to }: AuditFilter): void {
  if (from === undefined || to === undefined || new Date(from) < new Date(to)) return
  throw new InvalidInput([{ path: 'to', message: 'Choose an end after the beginning.', code: 'empty_period' }])
}
