import { z } from 'zod'
import { Bytes } from '#lib/bytes'
import { type AnyDoor, door } from '#lib/door'
import { ById } from '#lib/json'
import { PageQuery, pageOf } from '#lib/page'
import { cancel } from './cancel.ts'
import { check, start } from './check.ts'
import { Import, mostBytes, RefusedLine } from './import.ts'
import { PlanWish } from './plan.ts'
import { getImport, listImports, listRefused } from './queries.ts'
import { refusedFile } from './refused-file.ts'
import { upload } from './upload.ts'

const tag = 'Contacts'

export const importDoors: readonly AnyDoor[] = [
  door({
    method: 'GET',
    path: '/contacts/imports',
    tag,
    summary: 'The imports of this workspace, newest first',
    query: PageQuery,
    status: 200,
    answer: pageOf(Import),
    handle: (tx, { query }) => listImports(tx, query),
  }),
  door({
    method: 'POST',
    path: '/contacts/imports',
    tag,
    summary: 'Upload a file of people; the body is the file itself. Nobody is imported yet',
    query: z.object({ fileName: z.string().max(300).default('contacts.csv').describe('What the file is called.') }),
    body: Bytes,
    bytes: { types: ['text/csv', 'application/octet-stream'], most: mostBytes },
    status: 201,
    answer: Import,
    handle: (tx, { query, body }, context) => upload(tx, context, { bytes: body, fileName: query.fileName }),
  }),
  door({
    method: 'GET',
    path: '/contacts/imports/:id',
    tag,
    summary: 'One import and how far it has come',
    params: ById,
    status: 200,
    answer: Import,
    handle: (tx, { params }) => getImport(tx, params.id),
  }),
  door({
    method: 'DELETE',
    path: '/contacts/imports/:id',
    tag,
    summary: 'Stop an import where it stands, and remove its file',
    params: ById,
    status: 204,
    handle: (tx, { params }) => cancel(tx, params.id),
  }),
  door({
    method: 'POST',
    path: '/contacts/imports/:id/check',
    tag,
    summary: 'Say what the columns are, and count what importing would do',
    params: ById,
    body: PlanWish,
    status: 200,
    answer: Import,
    handle: (tx, { params, body }, context) => check(tx, context, { id: params.id, ...body }),
  }),
  door({
    method: 'POST',
    path: '/contacts/imports/:id/start',
    tag,
    summary: 'Import what was checked',
    params: ById,
    status: 200,
    answer: Import,
    handle: (tx, { params }) => start(tx, params.id),
  }),
  door({
    method: 'GET',
    path: '/contacts/imports/:id/refused',
    tag,
    summary: 'The lines that are not taken, each with the reason',
    params: ById,
    query: PageQuery,
    status: 200,
    answer: pageOf(RefusedLine),
    handle: (tx, { params, query }) => listRefused(tx, params.id, query),
  }),
  door({
    method: 'GET',
    path: '/contacts/imports/:id/refused-lines.csv',
    tag,
    summary: 'The same lines as a file, to be mended and imported again',
    params: ById,
    status: 200,
    file: 'text/csv; charset=utf-8',
    handle: (tx, { params }, context) => refusedFile(tx, context, params.id),
  }),
]
