import { z } from 'zod'
import { type AnyDoor, door } from '#lib/door'
import { ById } from '#lib/json'
import { pageOf } from '#lib/page'
import { changeReply } from './change-reply.ts'
import { deleteReply } from './delete-reply.ts'
import { getReply, listReplies } from './queries.ts'
import { saveReply } from './save-reply.ts'
import { ReplyText, SavedReply, Shortcut } from './saved-reply.ts'

const tag = 'Saved replies'

export const replyDoors: readonly AnyDoor[] = [
  door({
    method: 'GET',
    path: '/saved-replies',
    tag,
    summary: 'The caller’s own saved replies and those shared by all, by shortcut',
    status: 200,
    answer: pageOf(SavedReply),
    handle: async (tx) => ({ items: await listReplies(tx), nextCursor: null }),
  }),
  door({
    method: 'POST',
    path: '/saved-replies',
    tag,
    summary: 'Keep what one writes again and again under a shortcut',
    body: z.object({ shortcut: Shortcut, text: ReplyText, shared: z.boolean().default(false) }),
    status: 201,
    answer: SavedReply,
    handle: async (tx, { body }) => getReply(tx, await saveReply(tx, body)),
  }),
  door({
    method: 'PATCH',
    path: '/saved-replies/:id',
    tag,
    summary: 'Write a saved reply anew, or share it with everybody',
    params: ById,
    body: z.object({ shortcut: Shortcut.optional(), text: ReplyText.optional(), shared: z.literal(true).optional() }),
    status: 200,
    answer: SavedReply,
    async handle(tx, { params, body }) {
      await changeReply(tx, params.id, body)
      return getReply(tx, params.id)
    },
  }),
  door({
    method: 'DELETE',
    path: '/saved-replies/:id',
    tag,
    summary: 'Delete a saved reply',
    params: ById,
    status: 204,
    handle: (tx, { params }) => deleteReply(tx, params.id),
  }),
]
