/**
 * Channels: a *channel* is one connected number. What its provider sends is verified, kept as the bytes that came, and
 * only then acknowledged; later it is *taken in*, item by item: each item of each webhook once, and one bad item never
 * costs its neighbours. What goes out is one call with one of three outcomes: accepted, refused, or unknown. Credentials
 * are sealed and never leave this module.
 */
import type { Tx } from '#lib/tx'
import type { ProviderError } from './provider-error.ts'
import type { SendingChannel, SendResult, TextParcel } from './sending.ts'

export { inboundArrived } from './arrived.ts'
export type { ChannelRef, Hands, InboundMessage, InboundReceipt } from './inbound.ts'
export type { ErrorClass, ProviderError } from './provider-error.ts'
export { type SendingChannel, type SendResult, type TextParcel, textLimit } from './sending.ts'

export declare function takeIn(context: Context, hands: Hands, signal?: AbortSignal): Promise<number>
export declare function openForSending(
  tx: Tx,
  context: Context,
  channelId: string,
): Promise<{ ready: true; channel: SendingChannel } | { ready: false; why: { code: string; message: string } }>
export declare function sendText(context: Context, channel: SendingChannel, parcel: TextParcel): Promise<SendResult>
export declare function markRead(
  context: Context,
  channel: SendingChannel,
  providerMessageId: string,
  options?: { typing?: boolean },
): Promise<void>
export declare function noteSendError(tx: Tx, channelId: string, error: ProviderError): Promise<void>
