import { z } from 'zod'
import { type AnyDoor, door } from '#lib/door'
import { ById } from '#lib/json'
import { pageOf } from '#lib/page'
import { NotFound } from '#lib/refusal'
import type { Tx } from '#lib/tx'
import { changeView } from './change-view.ts'
import { countViews } from './count-views.ts'
import { deleteView } from './delete-view.ts'
import { listViews } from './queries.ts'
import { saveView } from './save-view.ts'
import { mostViews, SavedView, ViewCount, ViewFilter, ViewName } from './saved-view.ts'

const tag = 'Views'

export const viewDoors: readonly AnyDoor[] = [
  door({
    method: 'GET',
    path: '/views',
    tag,
    summary: 'The caller’s own views of the inbox, then those shared by all',
    status: 200,
    answer: pageOf(SavedView),
    handle: async (tx) => ({ items: await listViews(tx), nextCursor: null }),
  }),
  door({
    method: 'GET',
    path: '/views/counts',
    tag,
    summary: 'How many conversations each view shows, up to a hundred',
    status: 200,
    answer: z.object({ items: z.array(ViewCount) }),
    handle: async (tx) => ({ items: await countViews(tx) }),
  }),
  door({
    method: 'POST',
    path: '/views',
    tag,
    summary: 'Keep a way of looking at the inbox',
    body: z.object({ name: ViewName, shared: z.boolean().default(false), filter: ViewFilter }),
    status: 201,
    answer: SavedView,
    handle: async (tx, { body }) => shown(tx, await saveView(tx, body)),
  }),
  door({
    method: 'PATCH',
    path: '/views/:id',
    tag,
    summary: 'Rename a view, change its filter, share it, or move it among the others',
    params: ById,
    body: z.object({
      name: ViewName.optional(),
      shared: z.boolean().optional(),
      filter: ViewFilter.optional(),
      place: z.number().int().min(0).max(mostViews).optional().describe('Counted from 0.'),
    }),
    status: 200,
    answer: SavedView.nullable().describe('Null when it is somebody else’s own from now on.'),
    async handle(tx, { params, body }) {
      await changeView(tx, params.id, body)
      return (await listViews(tx)).find(({ id }) => id === params.id) ?? null
    },
  }),
  door({
    method: 'DELETE',
    path: '/views/:id',
    tag,
    summary: 'Delete a view',
    params: ById,
    status: 204,
    handle: (tx, { params }) => deleteView(tx, params.id),
  }),
]

async function shown(tx: Tx, id: string): Promise<SavedView> {
  const view = (await listViews(tx)).find((one) => one.id === id)
  if (!view) throw new NotFound('view')
  return view
}
