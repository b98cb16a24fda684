import { z } from 'zod'
import { type AnyDoor, door } from '#lib/door'
import { ById, Id } from '#lib/json'
import { PageQuery, pageOf } from '#lib/page'
import { change } from './change.ts'
import { consentDoors } from './consent/routes.ts'
import { Contact, ContactChange, Label, NewContact } from './contact.ts'
import { create } from './create.ts'
import { exportContacts } from './export-contacts.ts'
import { fieldDoors } from './fields/routes.ts'
import { importDoors } from './imports/routes.ts'
import { listLabels } from './labels.ts'
import { leadDoors } from './leads/routes.ts'
import { listContacts } from './list-contacts.ts'
import { merge, previewMerge } from './merge.ts'
import { getContact } from './queries.ts'
import { removeIdentity } from './remove-identity.ts'
import { listTimeline, TimelineEntry } from './timeline.ts'
import { unmerge } from './unmerge.ts'

const tag = 'Contacts'
export const ContactsQuery = z.object({
  q: z.string().max(200).optional().describe('Part of a name, a username, a number or an address.'),
  label: Label.optional().describe('Only those under this label.'),
  field: Id.optional().describe('With `value`: only those of whom this field says exactly that.'),
  value: z.string().max(500).optional().describe('What the field says, capitals or not.'),
})
const Into = z.object({ into: Id.describe('The contact that stands for the person from now on.') })

const contactDoors: readonly AnyDoor[] = [
  door({
    method: 'GET',
    path: '/contacts',
    tag,
    summary: 'The people the workspace knows, newest first',
    query: PageQuery.extend(ContactsQuery.shape),
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
    path: '/contacts/labels',
    tag,
    summary: 'The labels in use, and how many people stand under each',
    status: 200,
    answer: pageOf(z.object({ label: z.string(), count: z.number().int() })),
    handle: async (tx) => ({ items: await listLabels(tx), nextCursor: null }),
  }),
  door({
    method: 'GET',
    path: '/contacts/export.csv',
    tag,
    summary: 'The people a filter leaves, as a CSV file',
    query: ContactsQuery,
    status: 200,
    file: 'text/csv; charset=utf-8',
    handle: (tx, { query }, context) => exportContacts(tx, context, query),
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
    summary: 'Rename a person, add a number or an address, set labels and notes',
    params: ById,
    body: ContactChange,
    status: 200,
    answer: Contact,
    handle: (tx, { params, body }) => change(tx, params.id, body),
  }),
  door({
    method: 'DELETE',
    path: '/contacts/:id/identities/:identityId',
    tag,
    summary: 'Take a number or an address from a person',
    params: ById.extend({ identityId: Id }),
    status: 204,
    handle: (tx, { params }) => removeIdentity(tx, { contactId: params.id, identityId: params.identityId }),
  }),
  door({
    method: 'GET',
    path: '/contacts/:id/timeline',
    tag,
    summary: 'Everything that happened to a person, newest first',
    params: ById,
    query: PageQuery,
    status: 200,
    answer: pageOf(TimelineEntry),
    handle: (tx, { params, query }) => listTimeline(tx, params.id, query),
  }),
  door({
    method: 'GET',
    path: '/contacts/:id/merge',
    tag,
    summary: 'What the card would show if the contact were merged into another',
    params: ById,
    query: Into,
    status: 200,
    answer: Contact,
    handle: (tx, { params, query }) => previewMerge(tx, { id: params.id, into: query.into }),
  }),
  door({
    method: 'POST',
    path: '/contacts/:id/merge',
    tag,
    summary: 'Say that two contacts are one person; can be taken back',
    params: ById,
    body: Into,
    status: 200,
    answer: Contact,
    handle: (tx, { params, body }) => merge(tx, { id: params.id, into: body.into }),
  }),
  door({
    method: 'POST',
    path: '/contacts/:id/unmerge',
    tag,
    summary: 'Make a merged contact a person of its own again',
    params: ById,
    status: 200,
    answer: Contact,
    handle: (tx, { params }) => unmerge(tx, params.id),
  }),
]

export const doors: readonly AnyDoor[] = [...fieldDoors, ...importDoors, ...contactDoors, ...consentDoors, ...leadDoors]
