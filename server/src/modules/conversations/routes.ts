import { z } from 'zod'
import { ContactCard, Interactive, Location } from '#channels'
import { type AnyDoor, door } from '#lib/door'
import { ById, Id } from '#lib/json'
import { PageQuery, pageOf } from '#lib/page'
import { settingDoors } from './automation/routes.ts'
import { change } from './change.ts'
import { BulkAct, BulkResult, changeMany, mostAtOnce } from './change-many.ts'
import { conversationStatuses, longestLabel, mostLabels } from './conversation.ts'
import { FilterQuery } from './conversations-wish.ts'
import { countConversations } from './counts.ts'
import { handoffDoors } from './handoff/routes.ts'
import { labelDoors } from './labels/routes.ts'
import { markRead } from './mark-read.ts'
import { messageStatuses } from './message.ts'
import { pageWithFiles, showMessage } from './message-files.ts'
import { getTimeline, listMessages, listThread } from './message-queries.ts'
import { longestNote, note } from './note.ts'
import { getConversation, listConversations } from './queries.ts'
import { answer } from './reply-answer.ts'
import { replyDoors } from './saved-replies/routes.ts'
import { viewDoors } from './saved-views/routes.ts'
import { search } from './search.ts'
import { sendAgain } from './send-again.ts'
import { showTyping } from './show-typing.ts'
import { Conversation, ConversationCounts, Found, Message, MessageTimeline } from './views.ts'
import { WayOut, waysOut } from './ways-out.ts'

const ConversationsQuery = PageQuery.extend(FilterQuery.shape).extend({
  contactId: Id.optional().describe('Those with this person, and with whoever was merged into them.'),
  handoff: z
    .literal('waiting')
    .optional()
    .describe('`waiting`: only those that wait for a person to take over, who has waited longest first.'),
})

const ConversationChange = z.object({
  status: z.enum(conversationStatuses).optional(),
  assigneeId: Id.nullable().optional().describe('A member; null for nobody.'),
  labels: z.array(z.string().trim().min(1).max(longestLabel)).max(mostLabels).optional(),
  snoozedUntil: z.iso
    .datetime({ offset: true })
    .nullable()
    .optional()
    .describe('When a snoozed one opens by itself; null: when the customer writes.'),
  automationPaused: z.boolean().optional(),
})

const BulkChange = z.object({ ids: z.array(Id).min(1).max(mostAtOnce), act: BulkAct })

const MessagesQuery = PageQuery.extend({
  status: z.enum(messageStatuses).optional(),
  channelId: Id.optional(),
  from: z.iso.datetime({ offset: true }).optional().describe('From this time on.'),
  to: z.iso.datetime({ offset: true }).optional().describe('Before this time.'),
})

const NewReply = z.object({
  text: z.string().optional(),
  interactive: Interactive.optional().describe(
    'Buttons, a list, a button that opens a page, or a request for a place.',
  ),
  location: Location.optional(),
  contacts: z.array(ContactCard).optional(),
  reaction: z
    .object({ messageId: Id, emoji: z.string().describe('One emoji; empty takes the reaction back.') })
    .optional()
    .describe('To a message of the customer that is at most 30 days old. Leaves by the number that heard it.'),
  mediaId: Id.optional().describe('A file that was uploaded.'),
  caption: z.string().optional().describe('What stands below the file.'),
  templateId: Id.optional().describe('A template; goes out whether or not the customer’s 24 hours are open.'),
  language: z.string().max(10).optional().describe('Of the template; the closest that was approved.'),
  variables: z.record(z.string().max(40), z.string().max(4000)).optional().describe('Of the template, by their names.'),
  replyTo: Id.optional().describe('The message it quotes.'),
  channelId: Id.optional().describe('The channel the customer last wrote on, unless named.'),
})

const SearchQuery = PageQuery.extend({
  q: z
    .string()
    .trim()
    .min(1)
    .max(200)
    .describe('Words that all have to occur, the last of them possibly begun only. They are never operators.'),
})

const NewNote = z.object({ text: z.string().max(longestNote) })

const conversations = 'Conversations'
const messages = 'Messages'

export const doors: readonly AnyDoor[] = [
  door({
    method: 'GET',
    path: '/conversations',
    tag: conversations,
    summary: 'The conversations, newest activity first',
    query: ConversationsQuery,
    status: 200,
    answer: pageOf(Conversation),
    handle: (tx, { query }) => listConversations(tx, query),
  }),
  door({
    method: 'GET',
    path: '/conversations/counts',
    tag: conversations,
    summary: 'How many conversations stand where, each up to a thousand',
    status: 200,
    answer: ConversationCounts,
    handle: (tx) => countConversations(tx),
  }),
  door({
    method: 'POST',
    path: '/conversations/bulk',
    tag: conversations,
    summary: 'Do one thing to up to a hundred conversations at once',
    body: BulkChange,
    status: 200,
    answer: BulkResult,
    handle: (tx, { body }) => changeMany(tx, body),
  }),
  door({
    method: 'GET',
    path: '/conversations/:id',
    tag: conversations,
    summary: 'One conversation',
    params: ById,
    status: 200,
    answer: Conversation,
    handle: (tx, { params }) => getConversation(tx, params.id),
  }),
  door({
    method: 'PATCH',
    path: '/conversations/:id',
    tag: conversations,
    summary: 'Set its status, who looks after it, its labels, and whether automation is paused',
    params: ById,
    body: ConversationChange,
    status: 200,
    answer: Conversation,
    async handle(tx, { params, body }) {
      await change(tx, params.id, body)
      return getConversation(tx, params.id)
    },
  }),
  door({
    method: 'POST',
    path: '/conversations/:id/read',
    tag: conversations,
    summary: 'Clear the unread count and show the customer that they were read',
    params: ById,
    status: 204,
    handle: (tx, { params }) => markRead(tx, params.id),
  }),
  door({
    method: 'POST',
    path: '/conversations/:id/typing',
    tag: conversations,
    summary: 'Show the customer that somebody is typing',
    params: ById,
    status: 204,
    handle: (tx, { params }) => showTyping(tx, params.id),
  }),
  door({
    method: 'GET',
    path: '/conversations/:id/messages',
    tag: messages,
    summary: 'What was said, newest first',
    params: ById,
    query: PageQuery,
    status: 200,
    answer: pageOf(Message),
    async handle(tx, { params, query }, context) {
      return pageWithFiles(tx, context, await listThread(tx, params.id, query))
    },
  }),
  door({
    method: 'GET',
    path: '/conversations/:id/channels',
    tag: messages,
    summary: 'By which numbers the customer can be answered now, and why not by the others',
    params: ById,
    status: 200,
    answer: z.object({ items: z.array(WayOut) }),
    handle: (tx, { params }, context) => waysOut(tx, context, params.id),
  }),
  door({
    method: 'POST',
    path: '/conversations/:id/messages',
    tag: messages,
    summary: 'Answer the customer: with a text, a file, a template, a choice, a place, contact cards, or a reaction',
    params: ById,
    body: NewReply,
    status: 201,
    answer: Message,
    async handle(tx, { params, body }, context) {
      const messageId = await answer(tx, context, { ...body, conversationId: params.id })
      return showMessage(tx, context, messageId)
    },
  }),
  door({
    method: 'POST',
    path: '/conversations/:id/notes',
    tag: messages,
    summary: 'Write a note for colleagues into the thread; the customer never sees it',
    params: ById,
    body: NewNote,
    status: 201,
    answer: Message,
    async handle(tx, { params, body }, context) {
      const id = await note(tx, { conversationId: params.id, text: body.text })
      return showMessage(tx, context, id)
    },
  }),
  door({
    method: 'GET',
    path: '/search',
    tag: messages,
    summary: 'Look for words in all messages and notes, and for people',
    query: SearchQuery,
    status: 200,
    answer: Found,
    handle: (tx, { query }, context) => search(tx, context, query),
  }),
  door({
    method: 'GET',
    path: '/messages',
    tag: messages,
    summary: 'The log: messages of all conversations, newest first',
    query: MessagesQuery,
    status: 200,
    answer: pageOf(Message),
    async handle(tx, { query }, context) {
      return pageWithFiles(tx, context, await listMessages(tx, query))
    },
  }),
  door({
    method: 'GET',
    path: '/messages/:id/timeline',
    tag: messages,
    summary: 'Every attempt at a message, every receipt for it, and what came about it later',
    params: ById,
    status: 200,
    answer: MessageTimeline,
    handle: (tx, { params }) => getTimeline(tx, params.id),
  }),
  door({
    method: 'POST',
    path: '/messages/:id/send-again',
    tag: messages,
    summary: 'Send a message that failed once more',
    params: ById,
    status: 200,
    answer: Message,
    async handle(tx, { params }, context) {
      await sendAgain(tx, context, params.id)
      return showMessage(tx, context, params.id)
    },
  }),
  ...handoffDoors,
  ...settingDoors,
  ...replyDoors,
  ...labelDoors,
  ...viewDoors,
]
