import type { Context } from '#lib/context'
import { attempt, type Tx } from '#lib/tx'
import { markBegun, markTaken, type RawRow } from './claim-rows.ts'
import { handleItem } from './handle-item.ts'
import type { Hands } from './hands.ts'
import { type Item, itemOf, keepNew, quarantine } from './items.ts'
import { noteEvents } from './note-events.ts'
import type { Parcel } from './parcel.ts'
import { parseOnce } from './parse-once.ts'
import { isPassing } from './passing.ts'
import { type LinesOf, linesOf } from './route.ts'

// Readers of the log wait for the oldest transaction under way, so none may be long.
const mostItems = 100

/**
 * Takes in rows that this transaction holds, the oldest first: every item once, each on its own. Stops before there are too
 * many items for one transaction, in the midst of a row that has so many by itself, and returns how many rows it worked on;
 * what is left comes free with its end.
 */
export async function takeRows(tx: Tx, context: Context, hands: Hands, held: readonly RawRow[]): Promise<number> {
  if (held.length === 0) return 0
  const { rows, items, begun } = await fitting(tx, held)

  for (const item of identitiesFirst(await keepNew(tx, items), ({ parcel }) => parcel)) {
    const wantsNothing = item.parcel.meaning.is === 'kept' || item.parcel.meaning.is === 'malformed'
    if (!wantsNothing) await handleAlone(tx, context, hands, item)
  }
  await noteEvents(tx, rows)
  if (begun) await markBegun(tx, begun.row, begun.itemsTaken)
  await markTaken(
    tx,
    rows.filter((row) => row !== begun?.row),
  )
  return rows.length
}

interface Fitting {
  readonly rows: readonly RawRow[]
  readonly items: readonly Item[]
  /** The row whose items go beyond this transaction, and how far it comes now. */
  readonly begun?: { readonly row: RawRow; readonly itemsTaken: number }
}

async function fitting(tx: Tx, held: readonly RawRow[]): Promise<Fitting> {
  const lines = await linesOf(tx)
  const rows: RawRow[] = []
  const items: Item[] = []
  for (const row of held) {
    if (items.length >= mostItems) break
    rows.push(row)
    const itemsTaken = row.itemsTaken + mostItems
    const parcels = parseOnce(row, lines.channel(row.channelId).kind, ({ length }) => length <= itemsTaken)
    const now = identitiesFirst(parcels, (parcel) => parcel).slice(row.itemsTaken, itemsTaken)
    items.push(...now.map((parcel) => addressed(row, parcel, lines)))
    if (itemsTaken < parcels.length) return { rows, items, begun: { row, itemsTaken } }
  }
  return { rows, items }
}

/** An item belongs to the channel whose line it names. */
function addressed(row: RawRow, parcel: Parcel, lines: LinesOf): Item {
  const { line } = parcel
  const channel = line === undefined ? lines.channel(row.channelId) : lines.channelFor(line, row.channelId)
  return itemOf(row, channel, parcel)
}

/** A changed number or user id counts for what stands beside it. */
function identitiesFirst<Thing>(things: readonly Thing[], parcelOf: (thing: Thing) => Parcel): Thing[] {
  const isIdentity = (thing: Thing) => {
    const { is } = parcelOf(thing).meaning
    return is === 'number_changed' || is === 'user_id_changed'
  }
  return [...things.filter(isIdentity), ...things.filter((thing) => !isIdentity(thing))]
}

async function handleAlone(tx: Tx, context: Context, hands: Hands, item: Item): Promise<void> {
  const handled = await attempt(tx, () => handleItem(tx, hands, item))
  if (handled.ok) return
  // A deadlock or a lost database says nothing about the item: the whole row is taken again.
  if (isPassing(handled.error)) throw handled.error
  context.log.warn({ err: handled.error, channelId: item.channel.id, itemId: item.id }, 'an inbound item was set aside')
  await quarantine(tx, item, handled.error instanceof Error ? handled.error.message : String(handled.error))
}
