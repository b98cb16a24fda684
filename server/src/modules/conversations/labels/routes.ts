import { z } from 'zod'
import { type AnyDoor, door } from '#lib/door'
import { ById } from '#lib/json'
import { pageOf } from '#lib/page'
import { changeLabel } from './change-label.ts'
import { createLabel } from './create-label.ts'
import { deleteLabel } from './delete-label.ts'
import { InboxLabel, LabelName, labelColours } from './label.ts'
import { listLabels } from './queries.ts'

const tag = 'Conversations'
const Colour = z.enum(labelColours)

export const labelDoors: readonly AnyDoor[] = [
  door({
    method: 'GET',
    path: '/labels',
    tag,
    summary: 'The labels conversations are filed under, by name',
    status: 200,
    answer: pageOf(InboxLabel),
    handle: async (tx) => ({ items: await listLabels(tx), nextCursor: null }),
  }),
  door({
    method: 'POST',
    path: '/labels',
    tag,
    summary: 'Add a label',
    body: z.object({ name: LabelName, colour: Colour.default('grey') }),
    status: 201,
    answer: InboxLabel,
    handle: (tx, { body }) => createLabel(tx, body),
  }),
  door({
    method: 'PATCH',
    path: '/labels/:id',
    tag,
    summary: 'Rename or recolour a label; the conversations under it follow',
    params: ById,
    body: z.object({ name: LabelName.optional(), colour: Colour.optional() }),
    status: 200,
    answer: InboxLabel,
    handle: (tx, { params, body }) => changeLabel(tx, params.id, body),
  }),
  door({
    method: 'DELETE',
    path: '/labels/:id',
    tag,
    summary: 'Delete a label and take it off all conversations',
    params: ById,
    status: 204,
    handle: (tx, { params }) => deleteLabel(tx, params.id),
  }),
]
