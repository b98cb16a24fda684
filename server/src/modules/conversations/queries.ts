import { sql } from 'kysely'
import { textLimit } from '#channels'
import { allOf, search } from '#contacts'
import { memberBehind } from '#lib/actor'
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
  /** A person; conversations with contacts merged into them count as theirs. */
  readonly contactId?: string | undefined
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

  let chosen = conversationsOf(tx)
  if (wish.status) chosen = chosen.where('status', '=', wish.status)
  if (wish.assignee === 'none') chosen = chosen.where('assigneeId', 'is', null)
  else if (wish.assignee) chosen = chosen.where('assigneeId', '=', wish.assignee === 'me' ? me(tx) : wish.assignee)
  if (wish.unread) chosen = chosen.where('unreadCount', '>', 0)
  if (contactIds) chosen = chosen.where('contactId', '=', sql<string>`any(${contactIds}::uuid[])`)
  if (wish.contactId) {
    const person = await allOf(tx, wish.contactId)
    chosen = chosen.where('contactId', '=', sql<string>`any(${person}::uuid[])`)
  }
  if (after) chosen = chosen.where(sql<boolean>`(last_message_at, id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`)
  chosen = chosen
    .orderBy('lastMessageAt', 'desc')
    .orderBy('id', 'desc')
    .limit(wish.limit + 1)

  const rows = await withParticulars(tx, chosen)
    .orderBy('conversation.lastMessageAt', 'desc')
    .orderBy('conversation.id', 'desc')
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
  const row = await withParticulars(tx, conversationsOf(tx).where('id', '=', id)).executeTakeFirst()
  if (!row) throw new NotFound('conversation')
  return asConversation(row, tx.now)
}

/** How many conversations stand where, in one pass. */
export async function countConversations(tx: Tx): Promise<ConversationCounts> {
  permit(tx, 'conversations.read')
  const { rows } = await sql<ConversationCounts>`
    select
      count(*) filter (where status = 'open')::int as open,
      count(*) filter (where status = 'pending')::int as pending,
      count(*) filter (where status = 'snoozed')::int as snoozed,
      count(*) filter (where status = 'resolved')::int as resolved,
      count(*) filter (where unread_count > 0)::int as unread,
      count(*) filter (where status = 'open' and assignee_id = ${me(tx)})::int as mine,
      count(*) filter (where status = 'open' and assignee_id is null)::int as unassigned
    from conversations.conversation
    where tenant_id = ${tx.tenantId}`.execute(tx.db)
  const [counts] = rows
  if (!counts) throw new Error('an aggregate answered no row')
  return counts
}

function me(tx: Tx): string | null {
  return memberBehind(tx.actor)
}

function conversationsOf(tx: Tx) {
  return tx.db.selectFrom('conversations.conversation').selectAll().where('tenantId', '=', tx.tenantId)
}

/** Who, what last, until when. Joined to the chosen few only: joined first, the planner reads whole tables for one page. */
function withParticulars(tx: Tx, chosen: ReturnType<typeof conversationsOf>) {
  return tx.db
    .selectFrom(chosen.as('conversation'))
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
      // WhatsApp writes no more than this; a list must not carry whatever else somebody managed to send.
      sql<string | null>`left(last.text, ${textLimit}::int)`.as('lastText'),
      'last.status as lastStatus',
      'last.revokedAt as lastRevokedAt',
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
}

type Row = Awaited<ReturnType<ReturnType<typeof withParticulars>['executeTakeFirstOrThrow']>>

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
    revokedAt: time(row.lastRevokedAt),
    createdAt: time(row.lastCreatedAt),
  }
}
