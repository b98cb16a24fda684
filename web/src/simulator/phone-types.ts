// What the phone's API answers, under /simulator/api.

export interface Business {
  phoneNumberId: string
  name: string
  displayPhoneNumber: string
}

export interface Person {
  id: string
  name: string
  phone: string
}

export type Tick = 'sending' | 'unsent' | 'accepted' | 'sent' | 'delivered' | 'read' | 'played' | 'failed'

export interface PhoneMessage {
  id: string
  side: 'customer' | 'business'
  type: string
  text: string | null
  content: unknown
  at: string
  edited?: true
  revoked?: true
  replyTo: string | null
  status: Tick
  reactions: { customer?: string; business?: string }
}

export interface ChatRow extends Business {
  lastMessage: PhoneMessage | null
  unread: number
  typing: boolean
}

export interface ChatDetail extends Business {
  customer: Person
  messages: PhoneMessage[]
  typing: boolean
}

export interface Attempt {
  number: number
  status: number
  body: string
  at: string
  milliseconds: number
}

export interface Webhook {
  id: string
  createdAt: string
  about: string
  body: string
  signature: string | null
  attempts: Attempt[]
  status: number
  delivered: boolean
  finished: boolean
}

export interface FaultsView {
  menu: { id: string; title: string; explanation: string }[]
  active: { id: string | null; title: string; times: number | null }[]
}

export interface PhoneView {
  numbers: Business[]
  customers: Person[]
  samples: { name: string; label: string }[]
  faults: FaultsView
}

export type Outgoing =
  | { text: string; replyTo?: string }
  | { sample: string; replyTo?: string }
  | { reaction: { messageId: string; emoji: string } }
  | { choice: { messageId: string; id: string } }
  | { edit: { messageId: string; text: string } }
  | { revoke: { messageId: string } }
