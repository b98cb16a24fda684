import { z } from 'zod'
import { type AnyDoor, door } from '#lib/door'
import { ById, Id } from '#lib/json'
import { PageQuery, pageOf } from '#lib/page'
import { change } from './change.ts'
import { Contact, ContactChange, Label, NewContact } from './contact.ts'
import { create } from './create.ts'
import { listLabels } from './labels.ts'
import { merge, previewMerge } from './merge.ts'
import { getContact, listContacts } from './queries.ts'
import { removeIdentity } from './remove-identity.ts'
import { listTimeline, TimelineEntry } from './timeline.ts'
import { unmerge } from './unmerge.ts'

const tag = 'Contacts'
const Into = z.object({ into: Id.describe('The contact that stands for the person from now on.') })

export const doors: readonly AnyDoor[] = [
  door({
    method: 'GET',
    path: '/contacts',
    tag,
    summary: 'The people the workspace knows, newest first',
    query: PageQuery.extend({
      q: z.string().max(200).optional().describe('Part of a name, a number or an address.'),
      label: Label.optional().describe('Only those under this label.'),
    }),
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
