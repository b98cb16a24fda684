import { z } from 'zod'
import { type AnyDoor, door } from '#lib/door'
import { ById } from '#lib/json'
import { PageQuery, pageOf } from '#lib/page'
import { change } from './change.ts'
import { Contact, ContactChange, NewContact } from './contact.ts'
import { create } from './create.ts'
import { getContact, listContacts } from './queries.ts'

const tag = 'Contacts'

export const doors: readonly AnyDoor[] = [
  door({
    method: 'GET',
    path: '/contacts',
    tag,
    summary: 'The people the workspace knows, newest first',
    query: PageQuery.extend({ q: z.string().max(200).optional().describe('Part of a name, a number or an address.') }),
    status: 200,
    answer: pageOf(Contact),
    handle: (tx, { query }) => listContacts(tx, query),
  }),
  door({
    method: 'POST',
    path: '/contacts',
    tag,
    summary: 'Add a person',
    body: NewContact,
    status: 201,
    answer: Contact,
    handle: (tx, { body }) => create(tx, body),
  }),
  door({
    method: 'GET',
    path: '/contacts/:id',
    tag,
    summary: 'One person and all they are known by',
    params: ById,
    status: 200,
    answer: Contact,
    handle: (tx, { params }) => getContact(tx, params.id),
  }),
  door({
    method: 'PATCH',
    path: '/contacts/:id',
    tag,
    summary: 'Rename a person, or add a number or an address',
    params: ById,
    body: ContactChange,
    status: 200,
    answer: Contact,
    handle: (tx, { params, body }) => change(tx, params.id, body),
  }),
]
