import type { z } from 'zod'
import type { Context } from '#lib/context'
import type { Tx } from '#lib/tx'

type Schema = z.ZodType

/** The parsed input of a door. What has no schema is an empty object. */
export interface Input<Params extends Schema, Query extends Schema, Body extends Schema> {
  readonly params: z.output<Params>
  readonly query: z.output<Query>
  readonly body: z.output<Body>
}

/**
 * One act of a workspace as members reach it over HTTP, below `/api/v1/w/{slug}`. The HTTP layer parses, opens the
 * transaction in the caller's name, calls `handle` and renders; the same data makes the OpenAPI document and the
 * generated isolation tests.
 */
export interface Door<
  Params extends Schema = Schema,
  Query extends Schema = Schema,
  Body extends Schema = Schema,
  Answer extends Schema = Schema,
> {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE'
  /** Below the workspace, such as `/channels/:id`. */
  readonly path: string
  readonly summary: string
  readonly tag: string
  readonly params?: Params
  readonly query?: Query
  readonly body?: Body
  /** The body is a file instead of JSON (`body` is then `Bytes`): of these media types, at most so many bytes. */
  readonly bytes?: { readonly types: readonly string[]; readonly most: number }
  readonly status: 200 | 201 | 204
  /** Left out when the answer has no body (204) or is a file. */
  readonly answer?: Answer
  /** The media type of the file that is answered: `handle` answers a `FileAnswer`. */
  readonly file?: string
  /** What of the answer is kept for the same request under the same Idempotency-Key: secrets that are shown once are not. */
  readonly keep?: (answer: z.input<Answer>) => z.input<Answer>
  readonly handle: (tx: Tx, input: Input<Params, Query, Body>, context: Context) => Promise<z.input<Answer>>
}

/** A file, written piece by piece while it is read: its transaction is over by then, each piece opens its own. */
export interface FileAnswer {
  readonly name: string
  readonly pieces: AsyncIterable<string>
}

// biome-ignore lint/suspicious/noExplicitAny: a list of doors holds many schema types; each door is checked where it is written
export type AnyDoor = Door<any, any, any, any>

/** Writes down a door with its types checked against each other. */
export function door<Params extends Schema, Query extends Schema, Body extends Schema, Answer extends Schema>(
  definition: Door<Params, Query, Body, Answer>,
): Door<Params, Query, Body, Answer> {
  return definition
}
