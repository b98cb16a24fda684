import type { ChannelKind } from './port.ts'
import { portOf } from './ports.ts'

/** What is worth keeping about a text that leaves by a kind of channel; undefined where nothing is. */
export function measureText(kind: ChannelKind, text: string): Record<string, unknown> | undefined {
  return portOf({ kind }).measure?.(text)
}
