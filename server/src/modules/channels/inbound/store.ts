import type { Context } from '#lib/context'
import type { Database } from '#lib/database/connect'
import { newId } from '#lib/id'
import { sha256 } from '#lib/signature'
import { inboundArrived } from './arrived.ts'
import { gather } from './gather.ts'

/** A webhook whose signature was right. */
export interface RawWebhook {
  readonly tenantId: string
  readonly channelId: string
  readonly body: Buffer
  readonly headers: Readonly<Record<string, string>>
  readonly receivedAt: Date
}

const megabyte = 1024 * 1024
const limits = {
  bytesOf: ({ body }: RawWebhook) => body.length,
  items: 200,
  bytes: 8 * megabyte,
  waitingBytes: 96 * megabyte,
}
const storeOf = new WeakMap<Database, (raw: RawWebhook) => Promise<void>>()

/** Resolves when the bytes are committed. The same bytes on the same channel are the same event and stored once. */
export function store({ database }: Context, raw: RawWebhook): Promise<void> {
  const known = storeOf.get(database) ?? gather((batch) => storeBatch(database, batch), limits)
  storeOf.set(database, known)
  return known(raw)
}

/** One statement, one commit, however many came together. Straight to the pool: this is the path that must be cheap. */
async function storeBatch({ appPool }: Database, batch: readonly RawWebhook[]): Promise<void> {
  await appPool.query({
    name: 'channels.store',
    text: 'select channels.store($1, $2, $3, $4, $5, $6, $7)',
    values: [
      batch.map(({ tenantId }) => tenantId),
      batch.map(({ channelId }) => channelId),
      batch.map(({ body }) => sha256(body)),
      batch.map(() => newId()),
      batch.map(({ body }) => body),
      batch.map(({ headers }) => JSON.stringify(headers)),
      batch.map(({ receivedAt }) => receivedAt),
    ],
  })
  inboundArrived.wake()
}
