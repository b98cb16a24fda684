// What the server says, in one place: everything else in the web app takes its types from here.
import type { paths } from './api.gen.ts'

type Answer<Operation> = Operation extends { responses: { 200: { content: { 'application/json': infer Body } } } }
  ? Body
  : Operation extends { responses: { 201: { content: { 'application/json': infer Body } } } }
    ? Body
    : never

type Body<Operation> = Operation extends { requestBody?: { content: { 'application/json': infer Body } } }
  ? Body
  : never

type Refusal<Operation> = Operation extends { responses: { '4XX': { content: { 'application/json': infer Body } } } }
  ? Body
  : never

type Channels = paths['/api/v1/w/{slug}/channels']
type OneChannel = paths['/api/v1/w/{slug}/channels/{id}']

export interface Page<Item> {
  items: Item[]
  nextCursor: string | null
}

export type Problem = Refusal<paths['/api/v1/me']['get']>

export type Installation = Answer<paths['/api/v1/installation']['get']>

export type Me = Answer<paths['/api/v1/me']['get']>
export type User = Me['user']

export type Workspace = Answer<paths['/api/v1/w/{slug}']['get']>
export type NewWorkspace = Body<paths['/api/v1/workspaces']['post']>
export type Member = Answer<paths['/api/v1/w/{slug}/members']['get']>['items'][number]

export type Channel = Answer<OneChannel['get']>
export type ChannelStatus = Channel['status']
export type NewChannel = Body<Channels['post']>
export type ChannelChange = Body<OneChannel['patch']>
export type ChannelCredentials = NewChannel['credentials']

export type Contact = Answer<paths['/api/v1/w/{slug}/contacts/{id}']['get']>
export type Identity = Contact['identities'][number]

export type ConversationStatus = 'open' | 'pending' | 'snoozed' | 'resolved'

export type MessageStatus =
  | 'received'
  | 'queued'
  | 'accepted'
  | 'sent'
  | 'delivered'
  | 'read'
  | 'played'
  | 'failed'
  | 'unknown'
  | 'cancelled'

export interface LastMessage {
  id: string
  direction: 'inbound' | 'outbound'
  kind: string
  text: string | null
  status: MessageStatus
  createdAt: string
}

export interface Conversation {
  id: string
  contact: { id: string; name: string | null; phone: string | null }
  status: ConversationStatus
  assignee: { id: string; name: string } | null
  labels: string[]
  outletId: string | null
  channelId: string | null
  unreadCount: number
  lastMessage: LastMessage | null
  lastMessageAt: string
  window: { open: boolean; closesAt: string | null }
  automation: { paused: boolean }
  handoff: null
  createdAt: string
}

export interface ConversationChange {
  status?: ConversationStatus
  assigneeId?: string | null
}

export interface ConversationCounts {
  open: number
  pending: number
  snoozed: number
  resolved: number
  unread: number
  mine: number
  unassigned: number
}

export type SenderType = 'contact' | 'member' | 'assistant' | 'automation' | 'system'

export interface Message {
  id: string
  conversationId: string
  direction: 'inbound' | 'outbound'
  kind: string
  text: string | null
  details: Record<string, unknown> | null
  status: MessageStatus
  error: { code: string; class: string; message: string } | null
  senderType: SenderType
  senderId: string | null
  channelId: string
  providerMessageId: string | null
  templateId: string | null
  sentAt: string | null
  deliveredAt: string | null
  readAt: string | null
  createdAt: string
}

export interface Fact {
  name: string
  subjectId: string
  contactId: string | null
  conversationId: string | null
  details: Record<string, unknown>
  actor: { kind: string; id: string | null }
  at: string
}
