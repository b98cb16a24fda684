import { sql } from 'kysely'
import type { Context } from '#lib/context'
import type { Database } from '#lib/database/connect'
import { openCredentials, type SealedCredentials } from './credentials.ts'
import type { ChannelKind } from './port.ts'

/** What a webhook needs to know about the channel its address names. */
export interface Located<K extends ChannelKind = ChannelKind> {
  readonly tenantId: string
  readonly channelId: string
  readonly kind: K
  readonly credentials: SealedCredentials<K>
}

interface Kept {
  readonly located: Promise<Located | undefined>
  readonly until: number
}

// Other processes notice a change of secrets, or a removal, after this long.
const keepFor = 3_000
const keepMost = 10_000
const keptOf = new WeakMap<Database, Map<string, Kept>>()

/** The channel of this kind behind a webhook's address. Asked for every webhook, so answers are kept for a moment. */
export async function locate<K extends ChannelKind>(
  context: Context,
  kind: K,
  key: string,
): Promise<Located<K> | undefined> {
  const found = await locateAny(context, key)
  return found?.kind === kind ? (found as Located<K>) : undefined
}

function locateAny(context: Context, key: string): Promise<Located | undefined> {
  const kept = keptFor(context)
  const known = kept.get(key)
  if (known && known.until > performance.now()) return known.located

  const located = ask(context, key)
  if (kept.size >= keepMost) kept.clear()
  kept.set(key, { located, until: performance.now() + keepFor })
  // Unknown keys and failures are not kept: a channel may be connected, and the database back, the moment after.
  const forget = () => void (kept.get(key)?.located === located && kept.delete(key))
  located.then((found) => found ?? forget(), forget)
  return located
}

/** Makes the next webhook at this address look again: its secrets changed, or the channel is gone. */
export function locateAnew(context: Context, key: string): void {
  keptFor(context).delete(key)
}

function keptFor({ database }: Context): Map<string, Kept> {
  const kept = keptOf.get(database) ?? new Map<string, Kept>()
  keptOf.set(database, kept)
  return kept
}

async function ask(context: Context, key: string): Promise<Located | undefined> {
  const isKey = /^[\w-]{24,64}$/.test(key)
  if (!isKey) return undefined
  const { rows } = await sql<{ tenantId: string; channelId: string; kind: ChannelKind; sealedCredentials: Buffer }>`
    select tenant_id, channel_id, kind, sealed_credentials from channels.locate(${key})`.execute(context.database.app)
  const [found] = rows
  if (!found) return undefined
  const { tenantId, channelId, kind, sealedCredentials } = found
  return { tenantId, channelId, kind, credentials: openCredentials(context, found, sealedCredentials) }
}
