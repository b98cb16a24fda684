import { sql } from 'kysely'
import { memberBehind } from '#lib/actor'
import { announce } from '#lib/facts/announce'
import { newId } from '#lib/id'
import { attempt, type Tx } from '#lib/tx'
import { permit } from '#tenancy'
import { ShortcutTaken, TooManyReplies } from './refusals.ts'
import { mostReplies } from './saved-reply.ts'

export interface ReplyWish {
  readonly shortcut: string
  readonly text: string
  /** For everybody, which only those may who look after what all share. */
  readonly shared: boolean
}

/** Keeps what one writes again and again under a short word, and answers its id. Refuses with `shortcut_taken`. */
export async function saveReply(tx: Tx, { shortcut, text, shared }: ReplyWish): Promise<string> {
  permit(tx, shared ? 'conversations.manage-replies' : 'conversations.save-replies')

  const id = newId()
  const me = memberBehind(tx.actor)
  const group = shared ? sql`shared_at is not null` : sql`shared_at is null and member_id = ${me}::uuid`
  const { rows } = await sql<{ kept: number }>`
    select count(*)::int as kept from conversations.saved_reply where tenant_id = ${tx.tenantId} and ${group}`.execute(
    tx.db,
  )
  if ((rows[0]?.kept ?? 0) >= mostReplies) throw new TooManyReplies()
  const inserted = await attempt(tx, () =>
    sql`
      insert into conversations.saved_reply (id, member_id, shortcut, text, shared_at, changed_at, created_at)
      values (${id}, ${me}, ${shortcut}, ${text}, ${shared ? tx.now : null}, ${tx.now}, ${tx.now})`.execute(tx.db),
  )
  if (!inserted.ok) throw isTaken(inserted.error) ? new ShortcutTaken(shortcut) : inserted.error
  await announce(tx, 'conversations.saved_reply_saved', { subjectId: id, details: { shared } })
  return id
}

/** True when the database refused a second one under the same shortcut. */
export function isTaken(error: unknown): boolean {
  return ((error as { constraint?: string }).constraint ?? '').startsWith('saved_reply_')
}
