import { sql } from 'kysely'
import { search } from '#contacts'
import { time } from '#lib/json'
import { type Page, readCursor, TimeAndId, toPage } from '#lib/page'
import { NotFound } from '#lib/refusal'
import type { Tx } from '#lib/tx'
import { permit } from '#tenancy'
import type { ConversationStatus } from './conversation.ts'
import type { MessageStatus } from './message.ts'
import type { Conversation, ConversationCounts, Message } from './views.ts'
import { windowAt } from './window.ts'

export interface ConversationsWish {
  readonly status?: ConversationStatus | undefined
  /** A member's id, `me`, or `none`. */
  readonly assignee?: string | undefined
  readonly unread?: boolean | undefined
  /** Looked for in the names, numbers and addresses of the contacts. */
  readonly q?: string | undefined
  readonly limit: number
  readonly cursor?: string | undefined
}

// How many contacts a search may find; who looks for more has to look for something narrower.
const mostFound = 500

/** The conversations that fit, those with the newest activity first. */
export async function listConversations(tx: Tx, wish: ConversationsWish): Promise<Page<Conversation>> {
  permit(tx, 'conversations.read')
  const after = readCursor(wish.cursor, TimeAndId)
  const words = wish.q?.trim()
  const contactIds = words ? await search(tx, words, mostFound) : undefined

  let query = selectConversations(tx)
  const { status } = wish
  if (status) query = query.where('conversation.status', '=', status)
  if (wish.assignee)
    query = query.where('conversation.assigneeId', 'is not distinct from', assigneeId(tx, wish.assignee))
  if (wish.unread) query = query.where('conversation.unreadCount', '>', 0)
  if (contactIds) query = query.where('conversation.contactId', '=', sql<string>`any(${contactIds}::uuid[])`)
  if (after) {
    query = query.where(
      sql<boolean>`(conversation.last_message_at, conversation.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`,
    )
  }
  const rows = await query
    .orderBy('conversation.lastMessageAt', 'desc')
    .orderBy('conversation.id', 'desc')
    .limit(wish.limit + 1)
    .execute()
  return toPage(
    rows,
    wish.limit,
    (row) => [row.lastMessageAt.toISOString(), row.id],
    (row) => asConversation(row, tx.now),
  )
}

/** One conversation, or `not_found`. */
export async function getConversation(tx: Tx, id: string): Promise<Conversation> {
  permit(tx, 'conversations.read')
  const row = await selectConversations(tx).where('conversation.id', '=', id).executeTakeFirst()
  if (!row) throw new NotFound('conversation')
  return asConversation(row, tx.now)
}

/** How many conversations stand where, in one pass. */
export async function countConversations(tx: Tx): Promise<ConversationCounts> {
  permit(tx, 'conversations.read')
  const me = assigneeId(tx, 'me')
  const { rows } = await sql<ConversationCounts>`
    select
      count(*) filter (where status = 'open')::int as open,
      count(*) filter (where status = 'pending')::int as pending,
      count(*) filter (where status = 'snoozed')::int as snoozed,
      count(*) filter (where status = 'resolved')::int as resolved,
      count(*) filter (where unread_count > 0)::int as unread,
      count(*) filter (where status = 'open' and assignee_id = ${me})::int as mine,
      count(*) filter (where status = 'open' and assignee_id is null)::int as unassigned
    from conversations.conversation
    where tenant_id = ${tx.tenantId}`.execute(tx.db)
  const [counts] = rows
  if (!counts) throw new Error('an aggregate answered no row')
  return counts
}

function assigneeId(tx: Tx, assignee: string): string | null {
  if (assignee === 'none') return null
  if (assignee !== 'me') return assignee
  return tx.actor.kind === 'member' ? tx.actor.id : null
}

function selectConversations(tx: Tx) {
  return tx.db
    .selectFrom('conversations.conversation as conversation')
    .innerJoin('contacts.card as contact', (join) =>
      join.onRef('contact.tenantId', '=', 'conversation.tenantId').onRef('contact.id', '=', 'conversation.contactId'),
    )
    .leftJoin('tenancy.colleague as assignee', (join) =>
      join
        .onRef('assignee.tenantId', '=', 'conversation.tenantId')
        .onRef('assignee.id', '=', 'conversation.assigneeId'),
    )
    .leftJoin('conversations.message as last', (join) =>
      join.onRef('last.tenantId', '=', 'conversation.tenantId').onRef('last.id', '=', 'conversation.lastMessageId'),
    )
    .leftJoin('conversations.reach as reach', (join) =>
      join
        .onRef('reach.tenantId', '=', 'conversation.tenantId')
        .onRef('reach.conversationId', '=', 'conversation.id')
        .onRef('reach.channelId', '=', 'conversation.channelId'),
    )
    .select([
      'conversation.id',
      'contact.personId as contactId',
      'contact.name as contactName',
      'contact.phone as contactPhone',
      'conversation.status',
      'assignee.id as assigneeId',
      'assignee.name as assigneeName',
      'conversation.labels',
      'conversation.channelId',
      'conversation.unreadCount',
      'last.id as lastId',
      'last.direction as lastDirection',
      'last.kind as lastKind',
      'last.text as lastText',
      'last.status as lastStatus',
      'last.createdAt as lastCreatedAt',
      'conversation.lastMessageAt',
      'reach.customerWroteAt',
      'conversation.automationPausedAt',
      'conversation.createdAt',
    ])
    .$narrowType<{
      contactId: string
      status: ConversationStatus
      assigneeName: string
      lastDirection: Message['direction']
      lastKind: string
      lastStatus: MessageStatus
      lastCreatedAt: Date
    }>()
    .where('conversation.tenantId', '=', tx.tenantId)
}

type Row = Awaited<ReturnType<ReturnType<typeof selectConversations>['executeTakeFirstOrThrow']>>

function asConversation(row: Row, now: Date): Conversation {
  const { open, closesAt } = windowAt(row.customerWroteAt, now)
  return {
    id: row.id,
    contact: { id: row.contactId, name: row.contactName, phone: row.contactPhone },
    status: row.status,
    assignee: row.assigneeId === null ? null : { id: row.assigneeId, name: row.assigneeName },
    labels: row.labels,
    outletId: null,
    channelId: row.channelId,
    unreadCount: row.unreadCount,
    lastMessage: row.lastId === null ? null : lastMessage(row, row.lastId),
    lastMessageAt: time(row.lastMessageAt),
    window: { open, closesAt: time(closesAt) },
    automation: { paused: row.automationPausedAt !== null },
    handoff: null,
    createdAt: time(row.createdAt),
  }
}

function lastMessage(row: Row, id: string): Conversation['lastMessage'] {
  return {
    id,
    direction: row.lastDirection,
    kind: row.lastKind,
    text: row.lastText,
    status: row.lastStatus,
    createdAt: time(row.lastCreatedAt),
  }
}
