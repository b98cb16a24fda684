import type { Tx } from '#lib/tx'
import type { ChannelKind, SettingsOf } from '../port.ts'
import { portOf } from '../ports.ts'
import type { ChannelRef } from './hands.ts'

/** Which channel of this tenant has a line? */
export interface LinesOf {
  /** The channel by whose address something came. */
  channel(id: string): ChannelRef
  /** The channel a line belongs to; the one a webhook came by is asked first. */
  channelFor(line: string, cameBy: string): ChannelRef
}

/**
 * One app has one webhook address, but may have several numbers: what comes by one channel's address may be about another
 * channel of the same tenant and kind, and of no other. A number nobody connected stays with the channel whose secret signed
 * it: a mistyped id, or a forgotten number, must not make customers disappear.
 */
export async function linesOf(tx: Tx): Promise<LinesOf> {
  const channels = await tx.db
    .selectFrom('channels.channel')
    .select(['id', 'kind', 'settings', 'removedAt'])
    .where('tenantId', '=', tx.tenantId)
    .orderBy('createdAt')
    .$castTo<{ id: string; kind: ChannelKind; settings: SettingsOf[ChannelKind]; removedAt: Date | null }>()
    .execute()
  const channel = (id: string): ChannelRef => {
    const found = channels.find((one) => one.id === id)
    if (!found) throw new Error(`there never was a channel ${id}`)
    return { id, kind: found.kind }
  }
  return {
    channel,
    channelFor(line, cameBy) {
      const by = channel(cameBy)
      const having = channels.filter((one) => one.kind === by.kind && portOf(one).lineOf(one.settings) === line)
      if (having.some(({ id }) => id === cameBy)) return by
      const present = having.find(({ removedAt }) => removedAt === null)
      return present ? { id: present.id, kind: present.kind } : by
    },
  }
}
