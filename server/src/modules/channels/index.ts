/**
 * Channels: a *channel* is one connected number. What its provider sends is verified, kept as the bytes that came, and
 * only then acknowledged; later it is *taken in*, item by item: each item of each webhook once, and one bad item never
 * costs its neighbours. What goes out is one call with one of three outcomes: accepted, refused, or unknown. Credentials
 * are sealed and never leave this module.
 */

export { change as changeChannel } from './change.ts'
export type { Channel, NewChannel } from './channel.ts'
export { connect } from './connect.ts'
export type { FetchResult, GiveResult, OutgoingFile } from './file-transfer.ts'
export { inboundArrived } from './inbound/arrived.ts'
export type { ChannelRef, Hands, InboundChange, InboundMessage, InboundReceipt } from './inbound/hands.ts'
export { takeIn } from './inbound/take-in.ts'
export { noteSendError } from './note-send-error.ts'
export { openForSending, type Readiness } from './open-for-sending.ts'
export { type Action, actions, type ErrorClass, type ProviderError } from './provider-error.ts'
export { checkContacts, checkInteractive, checkLocation, isOneEmoji } from './providers/whatsapp-cloud/check-content.ts'
export { ContactCard, Interactive, Location } from './providers/whatsapp-cloud/content.ts'
export { fetchFile } from './providers/whatsapp-cloud/fetch-file.ts'
export { giveFile, givenFilesGoodForDays } from './providers/whatsapp-cloud/give-file.ts'
export { limits } from './providers/whatsapp-cloud/limits.ts'
export { markRead } from './providers/whatsapp-cloud/mark-read.ts'
export { send } from './providers/whatsapp-cloud/send.ts'
export { listChannels } from './queries.ts'
export type { OutgoingMessage, SendingChannel, SendResult } from './sending.ts'
