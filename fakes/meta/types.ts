import type { Shelf } from './media/shelf.ts'
import type { TemplateBook } from './templates/book.ts'
import type { Judgement } from './templates/judge.ts'

/** A business phone number as Meta knows it, with the app that owns it and where its webhooks go. */
export interface BusinessNumber {
  readonly phoneNumberId: string
  readonly wabaId: string
  readonly displayPhoneNumber: string
  readonly name: string
  readonly accessToken: string
  readonly appSecret: string
  readonly verifyToken: string
  readonly webhookUrl: string
}

export type Json = Record<string, unknown>

/** A message the fake took on; `body` is the request as it came, `to` the number or user id it named. */
export interface SentMessage {
  readonly id: string
  readonly phoneNumberId: string
  readonly to: string
  readonly type: string
  readonly text: string | null
  readonly body: Json
  readonly bizOpaqueCallbackData: string | null
  readonly at: Date
  readonly context?: { readonly message_id: string }
}

/** One call to the Graph API; status 0 means that the connection was cut before an answer. */
export interface ApiCall {
  readonly method: string
  readonly path: string
  readonly status: number
  readonly body: unknown
  readonly at: Date
}

/** One try to hand a webhook over; status 0 means that no answer came. */
export interface WebhookAttempt {
  readonly number: number
  readonly status: number
  readonly body: string
  readonly at: Date
  readonly milliseconds: number
}

/** A webhook and what became of it; `body` is exactly what was signed and sent, `status` the last answer. */
export interface WebhookDelivery {
  readonly id: string
  readonly phoneNumberId: string
  readonly messageId: string | null
  readonly body: string
  readonly signature: string | null
  readonly createdAt: Date
  readonly attempts: readonly WebhookAttempt[]
  readonly status: number
  readonly delivered: boolean
  readonly finished: boolean
}

export interface CustomerMessage {
  phoneNumberId: string
  /** As WhatsApp writes it in the webhook; may be left out for a customer known by user id alone. */
  from?: string
  name?: string
  userId?: string
  text?: string
  /** Anything but text: `{ type, [type]: … }`, with `id`, `timestamp` and `context` when they matter. */
  message?: object
  /** A file, whose bytes the business can then fetch. */
  file?: CustomerFile
}

export interface CustomerFile {
  bytes: Buffer
  /** What it claims to be. */
  type: string
  name?: string
  caption?: string
  voice?: boolean
  /** The kind of message it goes as; by its type unless told otherwise. */
  as?: 'image' | 'video' | 'audio' | 'document' | 'sticker'
}

export type Status = 'sent' | 'delivered' | 'read' | 'played' | 'failed'

export interface StatusError {
  code: number
  title: string
  details: string
}

export interface StatusWish {
  messageId: string
  status: Status
  error?: StatusError
  at?: Date
  /** For the receipt of a message nobody sent: which number it claims to be of, and to whom. */
  phoneNumberId?: string
  to?: string
}

/** A way to misbehave. Those about sending strike message sends only, never read marks; `times` left out: until behave(). */
export type Fault =
  | { kind: 'stall'; ms: number; times?: number }
  | { kind: 'dropAfterAccepting' | 'loseBeforeAccepting'; times?: number }
  | { kind: 'error'; code: number; httpStatus?: number; details?: string; times?: number }
  | { kind: 'html' | 'empty' | 'http500'; times?: number }
  | { kind: 'duplicate'; times?: number }
  | { kind: 'reorder'; on: boolean }
  | MediaFault
  | AccountFault

/** What is wrong with the next file that is fetched or uploaded. */
export interface MediaFault {
  kind: 'media'
  trouble: /** Its id is no longer good. */
    | 'gone'
    | 'wrongHash'
    /** Announced as 200 MB. */
    | 'tooLarge'
    /** Its address leads nowhere, to another host (`to`), into a private network, or breaks off halfway. */
    | 'notFound'
    | 'elsewhere'
    | 'inside'
    | 'slow'
    | 'brokenOff'
    /** An upload is refused with 131053. */
    | 'noUpload'
    /** What was uploaded can't be sent: 131053. */
    | 'lost'
  to?: string
  ms?: number
  times?: number
}

/** What is wrong with the account rather than with a call; holds until behave(). */
export type AccountFault =
  /** These tokens (left out: all that work now) are no longer accepted. */
  | { kind: 'tokenExpired'; tokens?: readonly string[] }
  | { kind: 'tokenExpiresIn'; seconds: number }
  | { kind: 'scopeMissing'; scope: string }
  | { kind: 'notSubscribed' }
  | { kind: 'fieldMissing'; field: string }
  | { kind: 'webhookElsewhere' }
  | { kind: 'notInAccount' }
  | { kind: 'quality'; rating: 'YELLOW' | 'RED' | 'UNKNOWN' }
  | { kind: 'numberStatus'; status: string }
  | { kind: 'nameStatus'; status: string }
  | { kind: 'sending'; can: 'LIMITED' | 'BLOCKED' }

export interface FakeMetaOptions {
  port?: number
  host?: string
  /** Where the phone's chats are kept between two starts. */
  stateFile?: string
  /** auto: sent and delivered follow by themselves; manual: no receipt leaves unless asked for. */
  receipts?: 'auto' | 'manual'
  /** Milliseconds from accepting to each receipt. */
  pace?: { sent: number; delivered: number }
  /** Milliseconds to wait before each further try of a webhook that was not answered 200. */
  retryGaps?: readonly number[]
  now?: () => Date
}

export interface FakeEvents {
  sent: SentMessage
  webhook: WebhookDelivery
  read: { phoneNumberId: string; customer: string; messageId: string }
  typing: { phoneNumberId: string; customer: string }
  chat: { phoneNumberId: string; customer: string }
  fault: { faults: readonly Fault[] }
  number: { phoneNumberId: string }
  person: Persona
}

export interface FakeMeta {
  readonly url: string
  readonly numbers: readonly BusinessNumber[]
  readonly outbox: readonly SentMessage[]
  readonly calls: readonly ApiCall[]
  readonly webhooks: readonly WebhookDelivery[]
  readonly faults: readonly Fault[]
  readonly chats: Chats
  /** What Meta has of files, customers' and uploaded ones. */
  readonly files: Pick<Shelf, 'find' | 'forget' | 'put'>
  /** What Meta has of templates. */
  readonly templates: TemplateBook
  /** Decides about a template by hand, and tells the account so. */
  judgeTemplate(wish: Judgement): Promise<void>
  addNumber(number: BusinessNumber): void
  /** Asks the number's webhook URL the way Meta does before it subscribes. */
  verifyWebhook(phoneNumberId: string): Promise<{ verified: boolean; status: number; body: string }>
  /** Resolves when the webhook was answered 200 or given up. */
  customerSends(message: CustomerMessage): Promise<WebhookDelivery>
  emitStatus(wish: StatusWish): Promise<WebhookDelivery>
  /** Posts once, whatever the payload, with the signature asked for. */
  postWebhook(
    phoneNumberId: string,
    payload: object | Buffer,
    options?: { signature?: 'good' | 'wrong' | 'none' },
  ): Promise<{ status: number; body: string }>
  /** The customer opens the chat: a read receipt for everything delivered. */
  customerReads(phoneNumberId: string, customer: string): Promise<void>
  misbehave(fault: Fault): void
  behave(): void
  /** Resolves when no receipt is planned and no webhook is under way or waits for its next try. */
  idle(): Promise<void>
  on<Name extends keyof FakeEvents>(event: Name, listener: (detail: FakeEvents[Name]) => void): () => void
  close(): Promise<void>
}

/** What the customer's phone shows: one bubble. Ticks of the customer's own messages stand in `status` too. */
export interface ChatMessage {
  readonly id: string
  readonly side: 'customer' | 'business'
  readonly type: string
  text: string | null
  content: unknown
  readonly at: string
  /** Its words are others than it came with. */
  edited?: true
  /** Taken back: it says nothing any more. */
  revoked?: true
  readonly replyTo: string | null
  status: 'accepted' | 'sent' | 'delivered' | 'read' | 'played' | 'failed'
  error: StatusError | null
  reactions: { customer?: string; business?: string }
}

export interface Chat {
  readonly phoneNumberId: string
  /** The number as WhatsApp writes it, or the user id of a customer without one. */
  readonly customer: string
  name: string | null
  userId: string | null
  /** When the customer last wrote, which opens the 24 hours. */
  lastWroteAt: string | null
  readonly messages: ChatMessage[]
}

/** A made-up customer one can be on the phone. */
export interface Persona {
  readonly id: string
  readonly name: string
  readonly phone: string
  readonly userId: string
}

export interface Chats {
  readonly all: readonly Chat[]
  readonly personas: readonly Persona[]
  find(phoneNumberId: string, customer: string): Chat | undefined
  addPersona(persona: Persona): void
}
