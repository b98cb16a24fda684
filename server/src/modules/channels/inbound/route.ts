import type { Tx } from '#lib/tx'
import type { Settings } from '../channel.ts'

/** Which channel of this tenant has a number? */
export interface NumbersOf {
  /** The channel a webhook came by is asked first. */
  channelFor(phoneNumberId: string, cameBy: string): string
}

/**
 * One app has one webhook address, but may have several numbers: what comes by one channel's address may be about another
 * channel of the same tenant, and of no other. A number nobody connected stays with the channel whose secret signed it: a
 * mistyped id, or a forgotten number, must not make customers disappear.
 */
export async function numbersOf(tx: Tx): Promise<NumbersOf> {
  const channels = await tx.db
    .selectFrom('channels.channel')
    .select(['id', 'settings', 'removedAt'])
    .where('tenantId', '=', tx.tenantId)
    .orderBy('createdAt')
    .$castTo<{ id: string; settings: Settings; removedAt: Date | null }>()
    .execute()
  return {
    channelFor(phoneNumberId, cameBy) {
      const having = channels.filter(({ settings }) => settings.phoneNumberId === phoneNumberId)
      const own = having.find(({ id }) => id === cameBy)
      return (own ?? having.find(({ removedAt }) => removedAt === null))?.id ?? cameBy
    },
  }
}
