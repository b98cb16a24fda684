import { z } from 'zod'
import { Id, Time } from '#lib/json'
import { File } from '#media'
import { AutomationState } from './automation/automation.ts'
import { conversationStatuses } from './conversation.ts'
import { Handoff } from './handoff/handoff.ts'
import { messageStatuses } from './message.ts'

const Failure = z.object({
  code: z.string(),
  class: z.string(),
  message: z.string().describe('A sentence for the person who reads it.'),
})

const direction = z.enum(['inbound', 'outbound'])

export const Message = z
  .object({
    id: Id,
    conversationId: Id,
    direction,
    kind: z
      .string()
      .describe(
        '`text`, `image`, … ; a kind that is new keeps the provider’s word. `note`: by staff for staff, never sent.',
      ),
    text: z.string().nullable(),
    details: z
      .record(z.string(), z.unknown())
      .nullable()
      .describe('What the provider says of kinds other than text, as it says it.'),
    status: z.enum(messageStatuses),
    error: Failure.nullable().describe('Why it failed or still waits. Kept when it turns out to have arrived.'),
    senderType: z.enum(['contact', 'member', 'assistant', 'automation', 'system']),
    senderId: Id.nullable(),
    channelId: Id.nullable().describe('Null for a note, which goes nowhere.'),
    providerMessageId: z.string().nullable(),
    templateId: Id.nullable(),
    origin: z
      .literal('phone_app')
      .nullable()
      .describe('`phone_app`: written in WhatsApp’s own app on the business’s phone.'),
    reactions: z
      .array(z.object({ by: z.enum(['customer', 'business']), emoji: z.string(), at: Time }))
      .describe('At most one of each side.'),
    quote: z
      .object({ id: Id, direction, kind: z.string(), text: z.string().nullable() })
      .nullable()
      .describe('The message it answers, where that is known.'),
    media: File.nullable().describe('The file it carries; `status` says whether it is here.'),
    editedAt: Time.nullable(),
    revokedAt: Time.nullable().describe('When it was taken back; since then it says nothing.'),
    sentAt: Time.nullable(),
    deliveredAt: Time.nullable(),
    readAt: Time.nullable(),
    createdAt: Time,
  })
  .meta({ id: 'Message' })
export type Message = z.input<typeof Message>

export const Conversation = z
  .object({
    id: Id,
    contact: z.object({
      id: Id,
      name: z.string().nullable(),
      phone: z.string().nullable(),
      username: z.string().nullable().describe('What WhatsApp calls a person whose number it may hide.'),
    }),
    status: z.enum(conversationStatuses),
    assignee: z.object({ id: Id, name: z.string() }).nullable(),
    labels: z.array(z.string()),
    snoozedUntil: Time.nullable().describe('When a snoozed one opens by itself; null: when the customer writes.'),
    outletId: Id.nullable(),
    channelId: Id.nullable().describe('The channel the customer last wrote on.'),
    unreadCount: z.number().int(),
    lastMessage: Message.pick({
      id: true,
      direction: true,
      kind: true,
      text: true,
      status: true,
      revokedAt: true,
      createdAt: true,
    }).nullable(),
    lastMessageAt: Time,
    window: z
      .object({ open: z.boolean(), closesAt: Time.nullable() })
      .describe(
        'Whether free text may be sent now on `channelId`. On WhatsApp for 24 hours after the customer last wrote there; where a channel has no such rule it is always open and `closesAt` null.',
      ),
    automation: AutomationState,
    handoff: Handoff.nullable(),
    createdAt: Time,
  })
  .meta({ id: 'Conversation' })
export type Conversation = z.input<typeof Conversation>

const count = z.number().int().max(1_000)

export const ConversationCounts = z
  .object({
    open: count,
    pending: count,
    snoozed: count,
    resolved: count,
    unread: count.describe('Conversations with unread messages.'),
    mine: count.describe('Open ones assigned to the caller.'),
    unassigned: count.describe('Open ones nobody looks after.'),
    handoffs: count.describe('Those that wait for a person to take over.'),
  })
  .describe('Each is counted up to a thousand.')
  .meta({ id: 'ConversationCounts' })
export type ConversationCounts = z.input<typeof ConversationCounts>

export const MessageTimeline = z
  .object({
    attempts: z.array(
      z.object({
        id: Id,
        number: z.number().int(),
        state: z.enum(['calling', 'accepted', 'refused', 'unknown', 'lost', 'given_up', 'cancelled']),
        error: Failure.nullable(),
        startedAt: Time,
        endedAt: Time.nullable(),
      }),
    ),
    receipts: z.array(
      z.object({
        status: z.enum(['sent', 'delivered', 'read', 'played', 'failed']),
        at: Time,
        error: Failure.nullable(),
        receivedAt: Time,
      }),
    ),
    changes: z
      .array(
        z.object({
          kind: z.enum(['reaction', 'edit', 'revoke']),
          by: z.enum(['customer', 'business']),
          emoji: z.string().nullable().describe('Of a reaction; null when it was taken back.'),
          text: z.string().nullable().describe('What an edit made of it.'),
          at: Time,
        }),
      )
      .describe('What came about it after it was said, in that order.'),
  })
  .meta({ id: 'MessageTimeline' })
export type MessageTimeline = z.input<typeof MessageTimeline>

const person = z.object({ id: Id, name: z.string().nullable(), phone: z.string().nullable() })

export const Found = z
  .object({
    people: z.array(person.extend({ conversationId: Id })).describe('On the first page only, five at most.'),
    items: z.array(z.object({ message: Message, contact: person })).describe('Messages, newest first.'),
    nextCursor: z.string().nullable(),
  })
  .meta({ id: 'Found' })
export type Found = z.input<typeof Found>
