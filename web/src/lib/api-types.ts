// What the server says, in one place: everything else in the web app takes its types from here.

export interface Page<Item> {
  items: Item[]
  nextCursor: string | null
}

export interface Installation {
  demo: boolean
  simulator: boolean
  signUp: 'open' | 'first' | 'closed'
  demoSignIn?: { email: string; password: string } | null
}

export interface User {
  id: string
  name: string
  email: string
}

export type Role = 'owner' | 'manager' | 'staff'

export interface WorkspaceEntry {
  id: string
  slug: string
  name: string
  role: Role
}

export interface Me {
  user: User
  workspaces: WorkspaceEntry[]
}

export interface Workspace {
  id: string
  slug: string
  name: string
  timezone: string
  currency: string
  country: string
  createdAt: string
  me: { memberId: string; role: Role; permissions: string[] }
}

export interface Member {
  id: string
  userId: string
  name: string
  email: string
  role: Role
  createdAt: string
}

export type ChannelStatus = 'connecting' | 'connected' | 'reauth_required' | 'paused' | 'disabled'

export interface ChannelSettings {
  phoneNumberId: string
  wabaId: string
  displayPhoneNumber: string
  apiUrl?: string
}

export interface ChannelCredentials {
  accessToken: string
  appSecret: string
  verifyToken: string
}

export interface Channel {
  id: string
  kind: 'whatsapp_cloud'
  name: string
  key: string
  webhookUrl: string
  status: ChannelStatus
  statusReason: { code: string; message: string } | null
  settings: ChannelSettings
  outletId: string | null
  lastEventAt: string | null
  createdAt: string
}

export interface NewChannel {
  kind: Channel['kind']
  name: string
  settings: ChannelSettings
  credentials: ChannelCredentials
}

export interface ChannelChange {
  name?: string
  settings?: ChannelSettings
  credentials?: Partial<ChannelCredentials>
  enabled?: boolean
}

export interface Identity {
  id: string
  kind: 'phone' | 'whatsapp_user_id' | 'email'
  value: string
  createdAt: string
}

export interface Contact {
  id: string
  name: string | null
  phone: string | null
  email: string | null
  identities: Identity[]
  mergedInto: string | null
  createdAt: string
}

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
  lastMessageAt: string | null
  window: { open: boolean; closesAt: string | null }
  automation: { paused: boolean }
  handoff: object | null
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
  details: object | null
  status: MessageStatus
  error: { code: string; class: string; message: string } | null
  senderType: SenderType
  senderId: string | null
  channelId: string | null
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

export interface Problem {
  title: string
  status: number
  detail: string
  code: string
  errors?: { path: string; message: string; code: string }[]
}
