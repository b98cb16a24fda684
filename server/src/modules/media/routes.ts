import { type AnyDoor, door } from '#lib/door'
import { ById } from '#lib/json'
import { askAgain } from './ask-again.ts'
import { File } from './file.ts'
import { getFile } from './queries.ts'

export const mediaTag = 'Media'

export const doors: readonly AnyDoor[] = [
  door({
    method: 'GET',
    path: '/media/:id',
    tag: mediaTag,
    summary: 'A file that came with a message or goes with one, with links to its bytes',
    params: ById,
    status: 200,
    answer: File,
    handle: (tx, { params }, context) => getFile(tx, context, params.id),
  }),
  door({
    method: 'POST',
    path: '/media/:id/fetch',
    tag: mediaTag,
    summary: 'Ask for a customer’s file that did not come once more',
    params: ById,
    status: 200,
    answer: File,
    async handle(tx, { params }, context) {
      await askAgain(tx, params.id)
      return getFile(tx, context, params.id)
    },
  }),
]
