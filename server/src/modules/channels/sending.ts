import type { ChannelKind, SenderOf } from './port.ts'
import type { ProviderError } from './provider-error.ts'

/** What it takes to call the provider for one channel. Holds a secret: never log or keep it. */
export type SendingChannel = SenderOf[ChannelKind]

export interface OutgoingMessage {
  readonly to: { readonly phone?: string; readonly whatsappUserId?: string; readonly email?: string }
  /** `text`, `interactive`, `location`, `contacts` or `reaction`. */
  readonly kind: string
  /** What stands under the kind, as the provider takes it. */
  readonly content: object
  /** The provider's id of the message it answers. */
  readonly answers?: string
  /** Travels with the message, and every receipt echoes it. */
  readonly attemptId: string
}

/** `refused` is certain not to have been sent; `unknown` may have been: only a receipt can tell. */
export type SendResult =
  | { readonly outcome: 'accepted'; readonly providerMessageId: string }
  | { readonly outcome: 'refused'; readonly error: ProviderError }
  | { readonly outcome: 'unknown'; readonly error: ProviderError }
