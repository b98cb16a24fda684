import type { Writer } from './writer.ts'

/** What every item of one change shares. */
export interface Scene {
  readonly contacts: readonly unknown[]
  /** The number's own names: its phone number and its id. */
  readonly ours: readonly string[]
  readonly receivedAt: Date
}

/** A scene with who wrote the item in it. */
export type Told = Scene & { readonly writer: Writer }
