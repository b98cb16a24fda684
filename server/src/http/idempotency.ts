import type { FastifyRequest } from 'fastify'
import { sql } from 'kysely'
import { newId } from '#lib/id'
import { InvalidInput, Refusal } from '#lib/refusal'
import { sha256 } from '#lib/signature'
import type { Tx } from '#lib/tx'

export interface Answer {
  readonly status: number
  readonly body: unknown
}

/** What identifies a repeated request: who asks, under which key, for what. */
export interface Repeatable {
  readonly callerId: string
  readonly key: string
  readonly fingerprint: Buffer
}

/** Reads the `Idempotency-Key` of a POST; undefined when there is none. `body` tells one request from another. */
export function repeatable(
  request: FastifyRequest,
  callerId: string,
  body: unknown = request.body,
): Repeatable | undefined {
  const key = request.headers['idempotency-key']
  if (request.method !== 'POST' || key === undefined) return undefined
  if (typeof key !== 'string' || !/^[\x20-\x7e]{1,255}$/.test(key)) {
    throw new InvalidInput([
      { path: 'Idempotency-Key', message: 'Use 1 to 255 plain characters.', code: 'invalid_key' },
    ])
  }
  return {
    callerId,
    key,
    fingerprint: sha256(`${request.method} ${request.url}\n${JSON.stringify(body ?? null)}`),
  }
}

/**
 * Acts once per key: the same request again gets the first answer again, another request under the key is refused, and so
 * is the same one while the first is still under way. A refused act leaves no trace and may be tried again.
 */
export async function answerOnce(
  tx: Tx,
  request: Repeatable,
  act: () => Promise<Answer>,
  keep: (body: unknown) => unknown = (body) => body,
): Promise<Answer & { readonly again: boolean }> {
  await refuseWhileUnderWay(tx, request)

  const first = await tx.db
    .selectFrom('http.firstAnswer')
    .select(['fingerprint', 'status', 'body'])
    .where('callerId', '=', request.callerId)
    .where('key', '=', request.key)
    .executeTakeFirst()
  if (first && !first.fingerprint.equals(request.fingerprint)) {
    throw new Refusal(
      'idempotency_key_reused',
      422,
      'This Idempotency-Key was used for another request. Use a new key for each new request.',
    )
  }
  if (first) return { status: first.status, body: first.body, again: true }

  const answer = await act()
  await tx.db
    .insertInto('http.firstAnswer')
    .values({
      id: newId(),
      callerId: request.callerId,
      key: request.key,
      fingerprint: request.fingerprint,
      status: answer.status,
      body: JSON.stringify(keep(answer.body) ?? null),
      createdAt: tx.now,
    })
    .execute()
  return { ...answer, again: false }
}

async function refuseWhileUnderWay(tx: Tx, { callerId, key }: Repeatable): Promise<void> {
  const { rows } = await sql<{ held: boolean }>`
    select pg_try_advisory_xact_lock(hashtextextended(${`${tx.tenantId} ${callerId} ${key}`}, 0)) as held`.execute(
    tx.db,
  )
  if (!rows[0]?.held) {
    throw new Refusal(
      'idempotency_in_progress',
      409,
      'The same request is being carried out right now. Ask again in a moment.',
      { retryAfter: 1 },
    )
  }
}
