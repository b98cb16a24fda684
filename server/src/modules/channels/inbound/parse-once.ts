import type { Parcel } from '../providers/whatsapp-cloud/parcel.ts'
import { parse } from '../providers/whatsapp-cloud/parse.ts'
import type { RawRow } from './claim-rows.ts'

const most = 8
const unfinished = new Map<string, readonly Parcel[]>()

/** What a webhook holds. One that comes back for its next items, because it has so many, is not parsed each time. */
export function parseOnce(
  { id, body, receivedAt }: RawRow,
  isLast: (parcels: readonly Parcel[]) => boolean,
): readonly Parcel[] {
  const parcels = unfinished.get(id) ?? parse(body, receivedAt)
  unfinished.delete(id)
  if (isLast(parcels)) return parcels
  // Another process may go on with it: what is left here makes room for others.
  const [oldest] = unfinished.keys()
  if (oldest !== undefined && unfinished.size >= most) unfinished.delete(oldest)
  unfinished.set(id, parcels)
  return parcels
}
