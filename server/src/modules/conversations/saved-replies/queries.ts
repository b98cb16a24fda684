import { sql } from 'kysely'
import { memberBehind } from '#lib/actor'
import { time } from '#lib/json'
import { NotFound } from '#lib/refusal'
import type { Tx } from '#lib/tx'
import { permit } from '#tenancy'
import type { SavedReply } from './saved-reply.ts'

interface Row {
  readonly id: string
  readonly memberId: string
  readonly shortcut: string
  readonly text: string
  readonly sharedAt: Date | null
  readonly changedAt: Date
  readonly createdAt: Date
}

/** The caller's own saved replies and those shared by all, by shortcut, one's own first where both have the same. */
export async function listReplies(tx: Tx): Promise<SavedReply[]> {
  permit(tx, 'conversations.read')
  const me = memberBehind(tx.actor)
  const columns = sql`id, member_id, shortcut, text, shared_at, changed_at, created_at`
  const { rows } = await sql<Row>`
    select * from (
      select ${columns} from conversations.saved_reply
      where tenant_id = ${tx.tenantId} and shared_at is null and member_id = ${me}::uuid
      union all
      select ${columns} from conversations.saved_reply
      where tenant_id = ${tx.tenantId} and shared_at is not null) as kept
    order by shortcut, shared_at is not null, id`.execute(tx.db)
  return rows.map((row) => ({
    ...{ id: row.id, shortcut: row.shortcut, text: row.text },
    shared: row.sharedAt !== null,
    mine: row.memberId === me,
    changedAt: time(row.changedAt),
    createdAt: time(row.createdAt),
  }))
}

/** One of those the caller can see. */
export async function getReply(tx: Tx, id: string): Promise<SavedReply> {
  const reply = (await listReplies(tx)).find((one) => one.id === id)
  if (!reply) throw new NotFound('saved reply')
  return reply
}
