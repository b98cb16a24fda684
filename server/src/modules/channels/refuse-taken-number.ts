import { sql } from 'kysely'
import type { Tx } from '#lib/tx'
import type { Settings } from './channel.ts'
import { PhoneNumberTaken } from './refusals.ts'

/** Refuses a number that another present channel of this workspace has. The unique index says no to whoever comes at the same time. */
export async function refuseTakenNumber(tx: Tx, { phoneNumberId }: Settings, exceptId: string): Promise<void> {
  const taken = await tx.db
    .selectFrom('channels.channel')
    .select('name')
    .where('tenantId', '=', tx.tenantId)
    .where('kind', '=', 'whatsapp_cloud')
    .where(sql<string>`settings ->> 'phoneNumberId'`, '=', phoneNumberId)
    .where('removedAt', 'is', null)
    .where('id', '<>', exceptId)
    .executeTakeFirst()
  if (taken) throw new PhoneNumberTaken(taken.name)
}

/** Turns the unique index's no into the refusal; whatever else went wrong is thrown on. */
export function asTakenNumber(error: unknown): unknown {
  const { constraint } = (error ?? {}) as { constraint?: unknown }
  return constraint === 'channel_number' ? new PhoneNumberTaken('another channel') : error
}
