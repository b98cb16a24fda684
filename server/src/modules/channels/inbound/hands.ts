import type { Tx } from '#lib/tx'
import type { ChannelKind } from '../port.ts'
import type { ProviderError } from '../provider-error.ts'

export interface ChannelRef {
  readonly id: string
  readonly kind: ChannelKind
}

/** What a customer wrote, whatever the provider. */
export interface InboundMessage {
  readonly providerMessageId: string
  /** By the provider's clock; the time of receipt where that makes no sense. */
  readonly saidAt: Date
  readonly from: { readonly phone?: string; readonly whatsappUserId?: string; readonly email?: string }
  readonly profileName?: string
  readonly username?: string
  /** `text`, `image`, …; a kind nobody knows yet keeps the provider's word. */
  readonly kind: string
  readonly text: string | null
  /** The provider's content of kinds other than text, and what it says about the message: context, referral, errors. */
  readonly details: Record<string, unknown> | null
  /** Whether it lets us answer freely for a day. */
  readonly opensWindow: boolean
  /** More than a day old when it came: nothing that acts by itself should answer it. */
  readonly late: boolean
  /** Set where the provider itself takes it as leave to write, or as its end: it acts on these words, whatever we do. */
  readonly consent?: 'granted' | 'withdrawn'
  /** The message it answers, by the provider's id. */
  readonly quotes?: string
  /** Set on a reaction: what it is about. Without a target the reaction is only something that was said. */
  readonly reaction?: Reaction
}

export interface Reaction {
  readonly aboutProviderId: string
  /** Null when it was taken back. */
  readonly emoji: string | null
}

/** What somebody did to a message after it was said. */
export interface InboundChange {
  readonly providerMessageId: string
  readonly aboutProviderId: string
  readonly at: Date
  readonly from: InboundMessage['from']
  readonly profileName?: string
  readonly username?: string
  /** What it says from now on, or that it was taken back. */
  readonly to: { readonly text: string | null; readonly details: Record<string, unknown> | null } | 'revoked'
}

/** What somebody told the provider about marketing: whether they want any. */
export interface InboundPreference {
  readonly from: InboundMessage['from']
  readonly state: 'granted' | 'withdrawn'
  readonly words: string
  readonly at: Date
}

/** What became of a message of ours. Comes in any order, and more than once. */
export interface InboundReceipt {
  readonly providerMessageId: string
  readonly status: 'sent' | 'delivered' | 'read' | 'played' | 'failed'
  readonly at: Date
  /** The attempt it belongs to, where it travelled with the message. */
  readonly attemptId?: string
  readonly error?: ProviderError
  readonly pricing?: Record<string, unknown>
}

/** Whoever takes what came in. Runs in the transaction that marks it taken; what it throws quarantines that one item. */
export interface Hands {
  message(tx: Tx, channel: ChannelRef, contactId: string, message: InboundMessage): Promise<void>
  /** What the business wrote on its own phone; `from` is the customer it went to. */
  echo(tx: Tx, channel: ChannelRef, contactId: string, message: InboundMessage): Promise<void>
  change(
    tx: Tx,
    channel: ChannelRef,
    contactId: string,
    by: 'customer' | 'business',
    change: InboundChange,
  ): Promise<void>
  receipt(tx: Tx, channel: ChannelRef, receipt: InboundReceipt): Promise<void>
}
