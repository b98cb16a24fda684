import { z } from 'zod'
import { InvalidInput } from '#lib/refusal'

/** Query parameters of every list. */
export const PageQuery = z.object({
  limit: z.coerce.number().int().min(1).max(100).default(30).describe('How many items at most (1 to 100).'),
  cursor: z.string().max(500).optional().describe('`nextCursor` of the page before.'),
})

export interface Page<Item> {
  readonly items: Item[]
  readonly nextCursor: string | null
}

/** The answer of every list. */
export function pageOf<Item extends z.ZodType>(item: Item) {
  return z.object({ items: z.array(item), nextCursor: z.string().nullable() })
}

/** A place in a list that is sorted by time and id. */
export const TimeAndId = z.tuple([z.iso.datetime({ offset: true }), z.uuid()])
/** A place in a list that is sorted by id. */
export const IdOnly = z.tuple([z.uuid()])

/** Reads a cursor back, or refuses it: it may come from anywhere. */
export function readCursor<Keys>(cursor: string | undefined, keys: z.ZodType<Keys>): Keys | undefined {
  if (cursor === undefined) return undefined
  try {
    return keys.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')))
  } catch {
    throw new InvalidInput([
      { path: 'cursor', message: 'This cursor does not belong to this list.', code: 'invalid_cursor' },
    ])
  }
}

/** Makes a page of one row more than was asked for: the surplus row only tells that there is a next page. */
export function toPage<Row, Item>(
  rows: readonly Row[],
  limit: number,
  keys: (row: Row) => readonly unknown[],
  render: (row: Row) => Item,
): Page<Item> {
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  const nextCursor =
    rows.length > limit && last !== undefined ? Buffer.from(JSON.stringify(keys(last))).toString('base64url') : null
  return { items: shown.map(render), nextCursor }
}
