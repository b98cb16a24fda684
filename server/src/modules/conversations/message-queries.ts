import { sql } from 'kysely'
import { time } from '#lib/json'
import { IdOnly, type Page, readCursor, TimeAndId, toPage } from '#lib/page'
import { NotFound } from '#lib/refusal'
import type { Tx } from '#lib/tx'
import { permit } from '#tenancy'
import type { MessageError, MessageStatus } from './message.ts'
import type { AttemptState, ReceiptStatus } from './receipts/standing.ts'
import type { Remark } from './remarks/remark.ts'
import type { Message, MessageTimeline } from './views.ts'

/** A message as it is kept: its file is named, not shown. */
export type StoredMessage = Omit<Message, 'media'> & { readonly mediaId: string | null }

interface PageWish {
  readonly limit: number
  readonly cursor?: string | undefined
}

export interface MessagesWish extends PageWish {
  readonly status?: MessageStatus | undefined
  readonly channelId?: string | undefined
  readonly from?: string | undefined
  /** Up to, not including. */
  readonly to?: string | undefined
}

/** The messages of one conversation, newest arrival first, or `not_found`. */
export async function listThread(
  tx: Tx,
  conversationId: string,
  { limit, cursor }: PageWish,
): Promise<Page<StoredMessage>> {
  permit(tx, 'conversations.read')
  const [before] = readCursor(cursor, IdOnly) ?? []

  let query = selectMessages(tx).where('conversationId', '=', conversationId)
  if (before) query = query.where('id', '<', before)
  const rows = await query
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
  if (rows.length === 0) await refuseUnknownConversation(tx, conversationId)
  const asMessage = await renderer(tx, rows)
  return toPage(rows, limit, (row) => [row.id], asMessage)
}

/** The messages of all conversations, newest first: the log in which one looks for what failed. */
export async function listMessages(tx: Tx, wish: MessagesWish): Promise<Page<StoredMessage>> {
  permit(tx, 'conversations.read')
  const after = readCursor(wish.cursor, TimeAndId)

  let query = selectMessages(tx)
  if (wish.status) query = query.where('status', '=', wish.status)
  if (wish.channelId) query = query.where('channelId', '=', wish.channelId)
  if (wish.from) query = query.where('createdAt', '>=', new Date(wish.from))
  if (wish.to) query = query.where('createdAt', '<', new Date(wish.to))
  if (after) query = query.where(sql<boolean>`(created_at, id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`)
  const rows = await query
    .orderBy('createdAt', 'desc')
    .orderBy('id', 'desc')
    .limit(wish.limit + 1)
    .execute()
  const asMessage = await renderer(tx, rows)
  return toPage(rows, wish.limit, (row) => [row.createdAt.toISOString(), row.id], asMessage)
}

/** One message, or `not_found`. */
export async function getMessage(tx: Tx, id: string): Promise<StoredMessage> {
  permit(tx, 'conversations.read')
  const row = await selectMessages(tx).where('id', '=', id).executeTakeFirst()
  if (!row) throw new NotFound('message')
  const asMessage = await renderer(tx, [row])
  return asMessage(row)
}

/** The messages with these ids, in the order given; those that are none are left out. */
export async function messagesById(tx: Tx, ids: readonly string[]): Promise<StoredMessage[]> {
  if (ids.length === 0) return []
  const rows = await selectMessages(tx)
    .where('id', '=', sql<string>`any(${[...ids]}::uuid[])`)
    .execute()
  const asMessage = await renderer(tx, rows)
  const byId = new Map(rows.map((row) => [row.id, row]))
  return ids.flatMap((id) => byId.get(id) ?? []).map(asMessage)
}

/** Every attempt at a message, every receipt for it and what came about it later, each in its order. */
export async function getTimeline(tx: Tx, messageId: string): Promise<MessageTimeline> {
  await getMessage(tx, messageId)
  const attempts = await tx.db
    .selectFrom('conversations.attempt')
    .select(['id', 'number', 'state', 'error', 'startedAt', 'endedAt'])
    .$narrowType<{ state: AttemptState }>()
    .where('tenantId', '=', tx.tenantId)
    .where('messageId', '=', messageId)
    .orderBy('number')
    .execute()
  const ids = attempts.map(({ id }) => id)
  const receipts = await tx.db
    .selectFrom('conversations.receipt')
    .select(['status', 'at', 'error', 'receivedAt'])
    .$narrowType<{ status: ReceiptStatus }>()
    .where('tenantId', '=', tx.tenantId)
    .where('attemptId', '=', sql<string>`any(${ids}::uuid[])`)
    .orderBy('receivedAt')
    .orderBy('id')
    .execute()
  return {
    attempts: attempts.map((attempt) => ({
      ...attempt,
      error: asFailure(attempt.error),
      startedAt: time(attempt.startedAt),
      endedAt: time(attempt.endedAt),
    })),
    receipts: receipts.map(({ status, at, error, receivedAt }) => ({
      status,
      at: time(at),
      error: asFailure(error),
      receivedAt: time(receivedAt),
    })),
    changes: await changesOf(tx, messageId),
  }
}

async function changesOf(tx: Tx, messageId: string): Promise<MessageTimeline['changes']> {
  const remarks = await tx.db
    .selectFrom('conversations.remark')
    .select(['kind', 'by', 'content', 'at'])
    .$castTo<Remark>()
    .where('tenantId', '=', tx.tenantId)
    .where('messageId', '=', messageId)
    .orderBy('at')
    .orderBy('id')
    .execute()
  return remarks.map(({ kind, by, content: { emoji = null, text = null }, at }) => ({
    ...{ kind, by, emoji, text },
    at: time(at),
  }))
}

async function refuseUnknownConversation(tx: Tx, id: string): Promise<void> {
  const found = await tx.db
    .selectFrom('conversations.conversation')
    .select('id')
    .where('tenantId', '=', tx.tenantId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!found) throw new NotFound('conversation')
}

function selectMessages(tx: Tx) {
  return tx.db
    .selectFrom('conversations.message')
    .select([
      'id',
      'conversationId',
      'direction',
      'kind',
      'text',
      'details',
      'status',
      'error',
      'senderType',
      'senderId',
    ])
    .select(['channelId', 'providerMessageId', 'sentAt', 'deliveredAt', 'readAt', 'createdAt'])
    .select(['origin', 'reactions', 'quotedId', 'mediaId', 'templateId', 'editedAt', 'revokedAt'])
    .$narrowType<{
      direction: Message['direction']
      status: MessageStatus
      senderType: Message['senderType']
    }>()
    .where('tenantId', '=', tx.tenantId)
}

type Row = Awaited<ReturnType<ReturnType<typeof selectMessages>['executeTakeFirstOrThrow']>>

/** Renders rows with what they quote, which is read for all of them at once. */
async function renderer(tx: Tx, rows: readonly Row[]): Promise<(row: Row) => StoredMessage> {
  const quotes = await quotesOf(
    tx,
    rows.flatMap(({ quotedId }) => quotedId ?? []),
  )
  return ({ quotedId, ...row }) => ({
    ...row,
    details: row.details as Message['details'],
    error: asFailure(row.error),
    origin: row.origin as Message['origin'],
    reactions: row.reactions as Message['reactions'],
    quote: quotes.find(({ id }) => id === quotedId) ?? null,
    editedAt: time(row.editedAt),
    revokedAt: time(row.revokedAt),
    sentAt: time(row.sentAt),
    deliveredAt: time(row.deliveredAt),
    readAt: time(row.readAt),
    createdAt: time(row.createdAt),
  })
}

async function quotesOf(tx: Tx, ids: readonly string[]): Promise<NonNullable<Message['quote']>[]> {
  if (ids.length === 0) return []
  return tx.db
    .selectFrom('conversations.message')
    .select(['id', 'direction', 'kind', 'text'])
    .$narrowType<{ direction: Message['direction'] }>()
    .where('tenantId', '=', tx.tenantId)
    .where('id', '=', sql<string>`any(${ids}::uuid[])`)
    .execute()
}

/** What a person needs of it; the row keeps the provider's own code besides. */
function asFailure(error: unknown): MessageError | null {
  const kept = error as MessageError | null
  return kept && { code: kept.code, class: kept.class, message: kept.message }
}
