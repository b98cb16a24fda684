/**
 * Channels: a *channel* is one connected number or address, of a kind whose provider stands behind a port. What its provider sends is verified, kept as the bytes that came, and
 * only then acknowledged; later it is *taken in*, item by item: each item of each webhook once, and one bad item never
 * costs its neighbours. What goes out is one call with one of three outcomes: accepted, refused, or unknown. Credentials
 * are sealed and never leave this module.
 */

export type { Capabilities } from './capabilities.ts'
export { change as changeChannel } from './change.ts'
export type { Channel, ChannelOf, NewChannel } from './channel.ts'
export { connect } from './connect.ts'
export type { TemplateReport } from './facts.ts'
export type { FetchResult, GiveResult, OutgoingFile } from './file-transfer.ts'
export { inboundArrived } from './inbound/arrived.ts'
export type { ChannelRef, Hands, InboundChange, InboundMessage, InboundReceipt } from './inbound/hands.ts'
export { takeIn } from './inbound/take-in.ts'
export { kindOf } from './kind-of.ts'
export { markRead } from './mark-read.ts'
export { measureText } from './measure-text.ts'
export {
  askTemplates,
  giveTemplate,
  type OpenedAccount,
  openTemplateAccount,
  templateAccountOf,
  templateAccounts,
} from './message-templates.ts'
export { fetchFile, giveFile } from './move-file.ts'
export { noteSendError } from './note-send-error.ts'
export { openForSending, type Readiness } from './open-for-sending.ts'
export type { ChannelKind } from './port.ts'
export { type Action, actions, type ErrorClass, type ProviderError } from './provider-error.ts'
export { checkContacts, checkInteractive, checkLocation, isOneEmoji } from './providers/whatsapp-cloud/check-content.ts'
export { ContactCard, Interactive, Location } from './providers/whatsapp-cloud/content.ts'
export { givenFilesGoodForDays } from './providers/whatsapp-cloud/give-file.ts'
export { limits } from './providers/whatsapp-cloud/limits.ts'
export { capabilitiesOfChannels, listChannels } from './queries.ts'
export { send } from './send.ts'
export type { OutgoingMessage, SendingChannel, SendResult } from './sending.ts'
