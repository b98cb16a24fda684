import type { ChannelKind } from '../port.ts'
import { portOf } from '../ports.ts'
import type { RawRow } from './claim-rows.ts'
import type { Parcel } from './parcel.ts'

const most = 8
const unfinished = new Map<string, readonly Parcel[]>()

/** What a webhook holds. One that comes back for its next items, because it has so many, is not parsed each time. */
export function parseOnce(
  { id, body, receivedAt }: RawRow,
  kind: ChannelKind,
  isLast: (parcels: readonly Parcel[]) => boolean,
): readonly Parcel[] {
  const parcels = unfinished.get(id) ?? portOf({ kind }).parse(body, receivedAt)
  unfinished.delete(id)
  if (isLast(parcels)) return parcels
  // Another process may go on with it: what is left here makes room for others.
  const [oldest] = unfinished.keys()
  if (oldest !== undefined && unfinished.size >= most) unfinished.delete(oldest)
  unfinished.set(id, parcels)
  return parcels
}
