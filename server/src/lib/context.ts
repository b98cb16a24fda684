import type { Clock } from '#lib/clock'
import type { Database } from '#lib/database/connect'
import type { FileStore } from '#lib/files/store'
import type { Logger } from '#lib/log'
import type { WriteMail } from '#lib/outbox'
import type { Sealer } from '#lib/seal'
import type { LinkSigner } from '#lib/signed-links'
import type { WithTenant } from '#lib/tx'

/** Waiting times that tests shorten. Milliseconds. */
export interface Pace {
  /** How long a provider may take to answer a send before nobody knows what became of it. */
  readonly sendTimeout: number
  /** How long an unknown outcome waits for a receipt before it is decided. */
  readonly unknownFor: number
  /** How long a file may take to come from a provider, or to get there. */
  readonly transferTimeout: number
  /** First wait of a retried send; doubles from there. */
  readonly retryBase: number
  /** How often left-over work is looked for. */
  readonly sweep: number
  /** How often a channel is examined without anybody asking. */
  readonly examine: number
}

/** What code outside a transaction may lean on: jobs, doors and background loops receive it, built in one place (app.ts). */
export interface Context {
  readonly clock: Clock
  readonly log: Logger
  readonly sealer: Sealer
  readonly database: Database
  readonly withTenant: WithTenant
  readonly writeMail: WriteMail
  readonly files: FileStore
  readonly links: LinkSigner
  readonly pace: Pace
  /** Where the outside world reaches this installation, without a slash at the end. */
  readonly publicUrl: string
  /** Base URLs of the providers when a channel names none. They come from the operator, so local addresses are allowed. */
  readonly providerUrls: { readonly whatsapp: string; readonly twilio: string }
  /** What Meta repeats at the webhook without a key; undefined: nobody passes that handshake. */
  readonly whatsappVerifyToken: string | undefined
  /** Base URLs the operator vouches for although they are local: the provider's stand-ins of a demo or a test. */
  readonly trustedUrls: readonly string[]
}
