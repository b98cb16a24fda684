import type { Context } from '#lib/context'
import type { Capabilities } from './capabilities.ts'
import type { FetchResult, FileWish, GiveResult, OutgoingFile, TakeFile } from './file-transfer.ts'
import type { CauseCode } from './health/causes.ts'
import type { Judged } from './health/judged.ts'
import type { Parcel } from './inbound/parcel.ts'
import type { ProviderError } from './provider-error.ts'
import type { SmsCredentials, SmsSender, SmsSettings } from './providers/sms/settings.ts'
import type { WhatsappCredentials, WhatsappSender, WhatsappSettings } from './providers/whatsapp-cloud/settings.ts'
import type { OutgoingMessage, SendResult } from './sending.ts'

/** The settings of each kind of channel. A new kind begins with a line in each of these three. */
export interface SettingsOf {
  whatsapp_cloud: WhatsappSettings
  sms: SmsSettings
}

/** What is sealed for each kind. */
export interface CredentialsOf {
  whatsapp_cloud: WhatsappCredentials
  sms: SmsCredentials
}

/** What it takes to call the provider of each kind. Holds secrets: never to be kept or logged. */
export interface SenderOf {
  whatsapp_cloud: WhatsappSender
  sms: SmsSender
}

export type ChannelKind = keyof SettingsOf

/** A channel as its provider's port is handed it, in the transaction that opened its credentials or after it. */
export interface OpenedChannel<K extends ChannelKind> {
  readonly id: string
  readonly key: string
  readonly settings: SettingsOf[K]
  readonly credentials: CredentialsOf[K]
  readonly lastEventAt: Date | null
}

/** Whether the provider knows the channel. */
export type Verdict =
  | { readonly outcome: 'answered' }
  | { readonly outcome: 'refused' | 'unknown'; readonly error: ProviderError }

export interface Examined {
  readonly verdict: Verdict
  readonly judged: readonly Judged[]
}

/** Everything that differs from one kind of channel to the next. Each lives in a folder below `providers`. */
export interface Port<K extends ChannelKind> {
  readonly capabilities: Capabilities
  /** The credential that goes along with every call, and what a person calls it. */
  readonly callsWith: { readonly name: string; readonly called: string }
  /** What is said of webhooks by their signatures. */
  readonly signatures: Readonly<Record<'right' | 'refused' | 'refusedBefore', CauseCode>>
  /** The path at which its provider's events come in. */
  webhookPath(key: string): string
  /** The provider's address when the channel names none. */
  defaultUrl(context: Context): string
  /** What customers see it as. */
  addressOf(settings: SettingsOf[K]): string
  /** What the provider names the line by: a workspace has each once. */
  lineOf(settings: SettingsOf[K]): string
  /** What is worth keeping about a text that leaves by it, such as how many segments it takes. */
  measure?(text: string): Record<string, unknown>
  open(context: Context, channel: OpenedChannel<K>): SenderOf[K]
  send(context: Context, sender: SenderOf[K], message: OutgoingMessage): Promise<SendResult>
  /** Takes a webhook's bytes apart. Nothing is refused: its signature was right. */
  parse(body: Buffer, receivedAt: Date): Parcel[]
  examine(context: Context, channel: OpenedChannel<K>): Promise<Examined>
  /** Has the provider pass on what customers write. */
  subscribe(context: Context, channel: OpenedChannel<K>): Promise<Verdict>
  /** Only where `capabilities.signs`. */
  markRead?(
    context: Context,
    sender: SenderOf[K],
    providerMessageId: string,
    options?: { typing?: boolean },
  ): Promise<void>
  /** Only where files come and go by the provider's own ids. */
  fetchFile?(context: Context, sender: SenderOf[K], wish: FileWish, take: TakeFile): Promise<FetchResult>
  giveFile?(context: Context, sender: SenderOf[K], file: OutgoingFile): Promise<GiveResult>
}
