import type { Readable } from 'node:stream'
import type { Staged } from './stage.ts'

/** Which bytes of a file, the first and the last included. */
export interface ByteRange {
  readonly first: number
  readonly last: number
}

/**
 * Where files lie, whatever keeps them. A key is a tenant's id and a name below it. What is under a key is whole: what
 * arrives is staged beside the store first.
 */
export interface FileStore {
  /** Writes what arrives to a place of its own, counting and hashing. Rejects with `TooManyBytes` beyond the most it may be. */
  stage(arriving: AsyncIterable<Uint8Array>, most: number): Promise<Staged>
  /** Puts a staged file, or bytes, under a key: whole, or not at all. */
  keep(key: string, content: Staged | Buffer, type: string): Promise<void>
  /** The file or a part of it, as it is read. Rejects when there is none. */
  read(key: string, range?: ByteRange): Promise<Readable>
  /** Removes what is there; that nothing is, is no error. */
  remove(keys: readonly string[]): Promise<void>
  /** Removes staged files that a killed process left behind. */
  sweep(olderThan: Date): Promise<void>
}
