import { sql } from 'kysely'
import { search as searchContacts } from '#contacts'
import type { Context } from '#lib/context'
import { readCursor, TimeAndId, toPage } from '#lib/page'
import { storableText } from '#lib/storable-text'
import type { Tx } from '#lib/tx'
import { permit } from '#tenancy'
import { withFiles } from './message-files.ts'
import { messagesById } from './message-queries.ts'
import type { Found, Message } from './views.ts'

export interface SearchWish {
  readonly q: string
  readonly limit: number
  readonly cursor?: string | undefined
}

const mostPeople = 5

interface Person {
  readonly id: string
  readonly name: string | null
  readonly phone: string | null
  readonly conversationId: string
}

/**
 * Looks for words in everything that was said or noted, newest first, and for people by name, number or address. All words
 * have to occur, the last may be begun only; accents, capitals and punctuation make no difference. People stand on the first
 * page.
 */
export async function search(tx: Tx, context: Context, { q, limit, cursor }: SearchWish): Promise<Found> {
  permit(tx, 'conversations.read')
  const after = readCursor(cursor, TimeAndId)

  const messages = await withFiles(tx, context, await messagesById(tx, await matching(tx, q, limit + 1, after)))
  const people = after ? [] : await peopleIn(tx, await searchContacts(tx, q, mostPeople), 'contactId')
  const writers = await peopleIn(
    tx,
    messages.map(({ conversationId }) => conversationId),
    'id',
  )
  const page = toPage(
    messages,
    limit,
    ({ createdAt, id }) => [createdAt, id],
    (message) => ({ message, contact: contactOf(message, writers) }),
  )
  return { people, ...page }
}

async function matching(tx: Tx, q: string, most: number, after?: readonly [string, string]): Promise<string[]> {
  const { rows } = await sql<{ messageId: string }>`
    select message_id from conversations.search_messages(${tx.tenantId}, ${storableText(q)}, ${most},
      ${after?.[0] ?? null}::timestamptz, ${after?.[1] ?? null}::uuid)`.execute(tx.db)
  return rows.map(({ messageId }) => messageId)
}

/** Whom conversations are with, by the conversations' ids or by those of the contacts. */
function peopleIn(tx: Tx, ids: readonly string[], by: 'id' | 'contactId'): Promise<Person[]> {
  if (ids.length === 0) return Promise.resolve([])
  return tx.db
    .selectFrom(
      tx.db
        .selectFrom('conversations.conversation')
        .select(['tenantId', 'id', 'contactId'])
        .where('tenantId', '=', tx.tenantId)
        .where(by, '=', sql<string>`any(${[...ids]}::uuid[])`)
        .as('conversation'),
    )
    .innerJoin('contacts.card as contact', (join) =>
      join.onRef('contact.tenantId', '=', 'conversation.tenantId').onRef('contact.id', '=', 'conversation.contactId'),
    )
    .select(['contact.personId as id', 'contact.name', 'contact.phone', 'conversation.id as conversationId'])
    .$narrowType<{ id: string }>()
    .execute()
}

function contactOf({ conversationId }: Message, people: readonly Person[]): Found['items'][number]['contact'] {
  const person = people.find((one) => one.conversationId === conversationId)
  if (!person) throw new Error(`nobody is in the conversation ${conversationId}`)
  return { id: person.id, name: person.name, phone: person.phone }
}
