import { sql } from 'kysely'
import { type Capabilities, capabilitiesOfChannels, limits } from '#channels'
import { allOf } from '#contacts'
import { memberBehind } from '#lib/actor'
import { time } from '#lib/json'
import { type Page, readCursor, TimeAndId, toPage } from '#lib/page'
import { NotFound } from '#lib/refusal'
import type { Tx } from '#lib/tx'
import { permit } from '#tenancy'
import type { ConversationStatus } from './conversation.ts'
import { type ConversationFilter, contactsFor, underLabels } from './conversations-wish.ts'
import type { MessageStatus } from './message.ts'
import { steppingIn, steppingInPeople, whoSteppedIn } from './stepping-in.ts'
import type { Conversation, Message } from './views.ts'
import { windowOn } from './window.ts'

export interface ConversationsWish extends ConversationFilter {
  /** A person; conversations with contacts merged into them count as theirs. */
  readonly contactId?: string | undefined
  /** Those that wait for a person to take over, who has waited longest first. */
  readonly handoff?: 'waiting' | undefined
  readonly limit: number
  readonly cursor?: string | undefined
}

/** The conversations that fit, those with the newest activity first, or those that have waited longest for a person. */
export async function listConversations(tx: Tx, wish: ConversationsWish): Promise<Page<Conversation>> {
  permit(tx, 'conversations.read')
  const after = readCursor(wish.cursor, TimeAndId)
  const waits = wish.handoff === 'waiting'
  const contactIds = await contactsFor(tx, wish)
  const isFiled = wish.label !== undefined && wish.label.length > 0

  let chosen = conversationsOf(tx)
  if (isFiled && !contactIds && !wish.contactId && !waits) {
    const ids = await underLabels(tx, wish, me(tx), { most: wish.limit + 1, after })
    chosen = chosen.where('id', '=', sql<string>`any(${ids}::uuid[])`)
  } else if (isFiled) chosen = chosen.where(sql<boolean>`labels @> ${wish.label}::text[]`)
  if (wish.status) chosen = chosen.where('status', '=', wish.status)
  if (wish.assignee === 'none') chosen = chosen.where('assigneeId', 'is', null)
  else if (wish.assignee) chosen = chosen.where('assigneeId', '=', wish.assignee === 'me' ? me(tx) : wish.assignee)
  if (wish.channelId) chosen = chosen.where('channelId', '=', wish.channelId)
  if (wish.unread) chosen = chosen.where('unreadCount', '>', 0)
  if (wish.waiting) chosen = chosen.where('customerWaits', '=', true)
  if (contactIds) chosen = chosen.where('contactId', '=', sql<string>`any(${contactIds}::uuid[])`)
  if (wish.contactId) {
    const person = await allOf(tx, wish.contactId)
    chosen = chosen.where('contactId', '=', sql<string>`any(${person}::uuid[])`)
  }
  const [column, direction] = waits ? (['handoffRequestedAt', 'asc'] as const) : (['lastMessageAt', 'desc'] as const)
  if (waits) chosen = chosen.where('handoffRequestedAt', 'is not', null).where('handoffTakenAt', 'is', null)
  if (after) chosen = chosen.where(beyond(after, waits))
  chosen = chosen
    .orderBy(column, direction)
    .orderBy('id', direction)
    .limit(wish.limit + 1)

  const rows = await withParticulars(tx, chosen)
    .orderBy(`conversation.${column}`, direction)
    .orderBy('conversation.id', direction)
    .execute()
  const capabilities = await capabilitiesOfChannels(tx)
  return toPage(
    rows,
    wish.limit,
    (row) => [(row[column] ?? row.lastMessageAt).toISOString(), row.id],
    (row) => asConversation(row, tx.now, capabilities),
  )
}

/** One conversation, or `not_found`. */
export async function getConversation(tx: Tx, id: string): Promise<Conversation> {
  permit(tx, 'conversations.read')
  const row = await withParticulars(tx, conversationsOf(tx).where('id', '=', id)).executeTakeFirst()
  if (!row) throw new NotFound('conversation')
  return asConversation(row, tx.now, await capabilitiesOfChannels(tx))
}

function beyond([at, id]: readonly [string, string], waits: boolean) {
  if (waits) return sql<boolean>`(handoff_requested_at, id) > (${at}::timestamptz, ${id}::uuid)`
  return sql<boolean>`(last_message_at, id) < (${at}::timestamptz, ${id}::uuid)`
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
      'contact.username as contactUsername',
      'conversation.status',
      'assignee.id as assigneeId',
      'assignee.name as assigneeName',
      'conversation.labels',
      'conversation.snoozedUntil',
      'conversation.channelId',
      'conversation.unreadCount',
      'last.id as lastId',
      'last.direction as lastDirection',
      'last.kind as lastKind',
      // WhatsApp writes no more than this; a list must not carry whatever else somebody managed to send.
      sql<string | null>`left(last.text, ${limits.text}::int)`.as('lastText'),
      'last.status as lastStatus',
      'last.revokedAt as lastRevokedAt',
      'last.createdAt as lastCreatedAt',
      'conversation.lastMessageAt',
      'reach.customerWroteAt',
      ...steppingIn,
      ...steppingInPeople,
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

function asConversation(row: Row, now: Date, able: ReadonlyMap<string, Capabilities>): Conversation {
  const { open, closesAt } = windowOn(able.get(row.channelId ?? '') ?? { hasWindow: true }, row.customerWroteAt, now)
  return {
    id: row.id,
    contact: { id: row.contactId, name: row.contactName, phone: row.contactPhone, username: row.contactUsername },
    status: row.status,
    assignee: row.assigneeId === null ? null : { id: row.assigneeId, name: row.assigneeName },
    labels: row.labels,
    snoozedUntil: time(row.snoozedUntil),
    outletId: null,
    channelId: row.channelId,
    unreadCount: row.unreadCount,
    lastMessage: row.lastId === null ? null : lastMessage(row, row.lastId),
    lastMessageAt: time(row.lastMessageAt),
    window: { open, closesAt: time(closesAt) },
    ...whoSteppedIn(row),
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
