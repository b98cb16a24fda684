import type { ProviderError } from './provider-error.ts'

/** What it takes to call the provider for one channel. Holds a secret: never log or keep it. */
export interface SendingChannel {
  readonly id: string
  readonly phoneNumberId: string
  readonly accessToken: string
  readonly baseUrl: string
}

export interface TextParcel {
  readonly to: { readonly phone?: string; readonly whatsappUserId?: string }
  readonly text: string
  /** Travels with the message, and every receipt echoes it. */
  readonly attemptId: string
}

/** `refused` is certain not to have been sent; `unknown` may have been: only a receipt can tell. */
export type SendResult =
  | { readonly outcome: 'accepted'; readonly providerMessageId: string }
  | { readonly outcome: 'refused'; readonly error: ProviderError }
  | { readonly outcome: 'unknown'; readonly error: ProviderError }

/** Characters a text message may have at most. */
export const textLimit = 4096
