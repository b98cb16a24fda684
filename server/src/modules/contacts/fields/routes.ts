import { z } from 'zod'
import { type AnyDoor, door } from '#lib/door'
import { ById } from '#lib/json'
import { pageOf } from '#lib/page'
import { changeField } from './change-field.ts'
import { defineField } from './define-field.ts'
import { Field, FieldChange, NewField } from './field.ts'
import { listFields } from './queries.ts'

const tag = 'Contacts'

export const fieldDoors: readonly AnyDoor[] = [
  door({
    method: 'GET',
    path: '/contacts/fields',
    tag,
    summary: 'What this business wants to know of people, in its order',
    query: z.object({ archived: z.enum(['true', 'false']).optional().describe('true: those archived as well.') }),
    status: 200,
    answer: pageOf(Field),
    handle: async (tx, { query }) => ({
      items: await listFields(tx, { archived: query.archived === 'true' }),
      nextCursor: null,
    }),
  }),
  door({
    method: 'POST',
    path: '/contacts/fields',
    tag,
    summary: 'Add something to know of people',
    body: NewField,
    status: 201,
    answer: Field,
    handle: (tx, { body }) => defineField(tx, body),
  }),
  door({
    method: 'PATCH',
    path: '/contacts/fields/:id',
    tag,
    summary: 'Rename a field, set its choices, move it, archive it or take it back',
    params: ById,
    body: FieldChange,
    status: 200,
    answer: Field,
    handle: (tx, { params, body }) => changeField(tx, params.id, body),
  }),
]
