import { sql } from 'kysely'
import type { z } from 'zod'
import type { Context } from '#lib/context'
import type { Tx } from '#lib/tx'

/** What became of a run, in words. A thrown error means: try again, after our own backoff. */
export type Outcome =
  | { readonly kind: 'done' }
  | { readonly kind: 'snooze'; readonly until: Date; readonly why: string }
  | { readonly kind: 'giveUp'; readonly why: string }

export const done: Outcome = { kind: 'done' }

/** The same job again, later; not a failure. */
export function snooze(until: Date, why: string): Outcome {
  return { kind: 'snooze', until, why }
}

/** No later run would succeed either. The reason is logged. */
export function giveUp(why: string): Outcome {
  return { kind: 'giveUp', why }
}

export interface Job<Payload> {
  /** `module.verb`, imperative. */
  readonly name: string
  readonly payload: z.ZodType<Payload>
  /** Safe to run twice. Opens its own transactions with `context.withTenant`. */
  readonly run: (context: Context, tenantId: string, payload: Payload) => Promise<Outcome>
  /** Enqueueing under the same key again moves the waiting job instead of adding one. */
  readonly key: (payload: Payload) => string
}

/** Any job, when its payload does not matter. */
// biome-ignore lint/suspicious/noExplicitAny: a list of jobs holds many payload types; each is checked by its own schema at run time
export type AnyJob = Job<any>

export function job<Payload>(definition: Job<Payload>): Job<Payload> {
  return definition
}

/** Enqueues in the transaction: the job exists exactly when the transaction commits. */
export async function enqueue<Payload>(
  tx: Tx,
  { name, key }: Pick<Job<Payload>, 'name' | 'key'>,
  payload: Payload,
  options: { runAt?: Date } = {},
): Promise<void> {
  await sql`select jobs.enqueue(${name}, ${JSON.stringify(payload)}::jsonb, ${key(payload)}, ${options.runAt ?? null}::timestamptz)`.execute(
    tx.db,
  )
}
