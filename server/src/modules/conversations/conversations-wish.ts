import { sql } from 'kysely'
import { z } from 'zod'
import { search } from '#contacts'
import { Id } from '#lib/json'
import { storableText } from '#lib/storable-text'
import type { Tx } from '#lib/tx'
import { conversationStatuses, longestLabel, mostLabels } from './conversation.ts'

const Label = z.string().trim().min(1).max(longestLabel).transform(storableText)

/** Which conversations one wants to see. Wishes that are left out leave nothing out. */
export const filterShape = {
  status: z.enum(conversationStatuses).optional(),
  assignee: z
    .union([z.literal('me'), z.literal('none'), Id])
    .optional()
    .describe('A member’s id, `me`, or `none`.'),
  label: z.array(Label).max(mostLabels).optional().describe('Under all of these labels.'),
  channelId: Id.optional().describe('The customer last wrote on this channel.'),
  unread: z.boolean().optional().describe('`true`: only those with unread messages.'),
  waiting: z.boolean().optional().describe('`true`: only those in which the customer said the last word.'),
  q: z.string().max(200).optional().describe('Part of the contact’s name, number or address.'),
}

export const ConversationFilter = z.object(filterShape)
export type ConversationFilter = z.output<typeof ConversationFilter>

/** The same as query parameters; a label may stand there several times. */
export const FilterQuery = z.object({
  ...filterShape,
  label: z.preprocess((given) => (typeof given === 'string' ? [given] : given), filterShape.label),
  unread: z.stringbool().optional().describe('`true`: only those with unread messages.'),
  waiting: z.stringbool().optional().describe('`true`: only those in which the customer said the last word.'),
})

// How many contacts a search may find; who looks for more has to look for something narrower.
const mostFound = 500

/** The ids of contacts that the wish's words find; undefined where it has none. */
export async function contactsFor(tx: Tx, wish: Pick<ConversationFilter, 'q'>): Promise<string[] | undefined> {
  const words = wish.q?.trim()
  return words ? search(tx, words, mostFound) : undefined
}

interface Under {
  readonly most: number
  readonly after?: readonly [string, string] | undefined
}

/** The ids of conversations under the wish's labels that fit it otherwise, newest activity first. */
export async function underLabels(
  tx: Tx,
  wish: ConversationFilter,
  me: string | null,
  { most, after }: Under,
): Promise<string[]> {
  const assignee = wish.assignee === 'me' ? me : wish.assignee
  const { rows } = await sql<{ conversationId: string }>`
    select conversation_id from conversations.under_labels(
      ${tx.tenantId}, ${wish.label ?? []}::text[], ${most}, ${after?.[0] ?? null}::timestamptz, ${after?.[1] ?? null}::uuid,
      ${wish.status ?? null}, ${assignee === 'none' ? null : (assignee ?? null)}::uuid, ${assignee === 'none'},
      ${wish.channelId ?? null}::uuid, ${wish.unread === true}, ${wish.waiting === true})`.execute(tx.db)
  return rows.map(({ conversationId }) => conversationId)
}
