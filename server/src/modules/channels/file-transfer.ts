import type { Readable } from 'node:stream'
import type { ProviderError } from './provider-error.ts'

/** A file on its way to the provider. */
export interface OutgoingFile {
  readonly type: string
  readonly name: string
  readonly bytes: number
  open(): Promise<Readable>
}

/** What became of fetching a file from the provider. */
export type FetchResult =
  | { readonly outcome: 'fetched'; readonly sha256: string | null; readonly type: string | null }
  /** The provider has it no longer, or never had it. */
  | { readonly outcome: 'gone' }
  | { readonly outcome: 'failed'; readonly error: ProviderError }

/** What became of giving a file to the provider. Twice is harmless, so there is no third outcome. */
export type GiveResult =
  | { readonly outcome: 'given'; readonly providerId: string }
  | { readonly outcome: 'failed'; readonly error: ProviderError }

/** The provider's id of a file, and how many bytes of it are read at most. */
export interface FileWish {
  readonly id: string
  readonly most: number
}

/** Takes the file's bytes as they come. Called once at most. */
export type TakeFile = (pieces: AsyncIterable<Buffer>) => Promise<void>
