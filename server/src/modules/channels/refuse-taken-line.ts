import { sql } from 'kysely'
import type { Tx } from '#lib/tx'
import type { ChannelKind } from './port.ts'
import { PhoneNumberTaken } from './refusals.ts'

/** Refuses a line that another present channel of this workspace has. The unique index says no to whoever comes at the same time. */
export async function refuseTakenLine(
  tx: Tx,
  { kind, line }: { kind: ChannelKind; line: string },
  exceptId: string,
): Promise<void> {
  const taken = await tx.db
    .selectFrom('channels.channel')
    .select('name')
    .where('tenantId', '=', tx.tenantId)
    .where('kind', '=', kind)
    .where(lineInRow, '=', line)
    .where('removedAt', 'is', null)
    .where('id', '<>', exceptId)
    .executeTakeFirst()
  if (taken) throw new PhoneNumberTaken(taken.name)
}

// As in the unique index `channel_line`: what each kind's provider names a line by.
const lineInRow = sql<string>`coalesce(settings ->> 'phoneNumberId', settings ->> 'messagingServiceSid', settings ->> 'phoneNumber', settings ->> 'address')`

/** Turns the unique index's no into the refusal; whatever else went wrong is thrown on. */
export function asTakenLine(error: unknown): unknown {
  const { constraint } = (error ?? {}) as { constraint?: unknown }
  return constraint === 'channel_line' ? new PhoneNumberTaken('another channel') : error
}
