import type { Tx } from '#lib/tx'
import type { ChannelKind } from './port.ts'
import { portOf } from './ports.ts'
import { findChannelsOfKind } from './queries.ts'
import { PhoneNumberTaken } from './refusals.ts'

/** Refuses a line that another present channel of this workspace has. The unique index says no to whoever comes at the same time. */
export async function refuseTakenLine(
  tx: Tx,
  { kind, line }: { kind: ChannelKind; line: string },
  exceptId: string,
): Promise<void> {
  const others = await findChannelsOfKind(tx, kind)
  const taken = others.find((other) => other.id !== exceptId && portOf(other).lineOf(other.settings) === line)
  if (taken) throw new PhoneNumberTaken(taken.name)
}

/** Turns the unique index's no into the refusal; whatever else went wrong is thrown on. */
export function asTakenLine(error: unknown): unknown {
  const { constraint } = (error ?? {}) as { constraint?: unknown }
  return constraint === 'channel_line' ? new PhoneNumberTaken('another channel') : error
}
