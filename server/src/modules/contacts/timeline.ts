import { sql } from 'kysely'
import { z } from 'zod'
import { Id, Time, time } from '#lib/json'
import { type Page, readCursor, toPage } from '#lib/page'
import type { Tx } from '#lib/tx'
import { permit } from '#tenancy'
import { family } from './labels.ts'
import { getContact } from './queries.ts'

export const TimelineEntry = z.object({
  id: Id,
  name: z.string().describe('What happened, such as `contacts.created`.'),
  subjectId: Id,
  contactId: Id.describe('The contact it happened to: the person, or one merged into them.'),
  conversationId: Id.nullable(),
  details: z.record(z.string(), z.unknown()).describe('The particulars of the change; never what was written.'),
  actor: z.object({ kind: z.string(), id: Id.nullable(), name: z.string().nullable() }),
  at: Time,
})
export type TimelineEntry = z.input<typeof TimelineEntry>

interface Row extends Omit<TimelineEntry, 'at' | 'actor'> {
  xid: string
  actor: { kind: string; id?: string }
  actorName: string | null
  at: Date
}

const XidAndId = z.tuple([z.string().regex(/^\d{1,19}$/), z.uuid()])

/** Everything that happened to a person and to those merged into them, newest first. */
export async function listTimeline(
  tx: Tx,
  id: string,
  { limit, cursor }: { limit: number; cursor?: string | undefined },
): Promise<Page<TimelineEntry>> {
  permit(tx, 'contacts.read')
  const { id: asked, mergedInto } = await getContact(tx, id)
  const personId = mergedInto ?? asked
  const after = readCursor(cursor, XidAndId)
  const further = after ? sql`and (fact.xid, fact.id) < (${after[0]}::xid8, ${after[1]}::uuid)` : sql``

  // Each contact's facts along the index first, then the few newest of them all.
  const { rows } = await sql<Row>`
    with page as materialized (
      select newest.* from unnest(${family(tx, personId)}) as member (id)
      cross join lateral (
        select fact.* from facts.fact fact
        where fact.tenant_id = ${tx.tenantId} and fact.contact_id = member.id ${further}
        order by fact.xid desc, fact.id desc limit ${limit + 1}
      ) newest
      order by newest.xid desc, newest.id desc limit ${limit + 1}
    )
    select page.id, page.xid::text, page.name, page.subject_id, page.contact_id, page.conversation_id, page.details, page.actor, page.at,
      (select colleague.name from tenancy.colleague colleague
        where colleague.tenant_id = ${tx.tenantId} and page.actor ->> 'kind' = 'member' and colleague.id = (page.actor ->> 'id')::uuid
      ) as actor_name
    from page order by page.xid desc, page.id desc`.execute(tx.db)
  return toPage(rows, limit, ({ xid, id }) => [xid, id], asEntry)
}

function asEntry({ xid: _place, actorName, actor, at, ...fact }: Row): TimelineEntry {
  return { ...fact, actor: { kind: actor.kind, id: actor.id ?? null, name: actorName }, at: time(at) }
}
