import { cursor, everyone, farOff, gone, leaders, type Row, smuggled, unusable } from './row.ts'

const targets = ['name', 'phone', 'email']
const plan = { targets, hasHeader: true, policy: 'fill' }

/** Lists of people, their fields, files of people, and leads. */
export const peopleRows: readonly Row[] = [
  {
    route: 'GET /contacts',
    who: everyone,
    own: () => ({ path: '/contacts', status: 200 }),
    foreign: (_, theirs) => [
      ...[theirs.phone, theirs.phone.slice(-6), theirs.email, 'canary', '%', '_'].map((q) => ({
        path: `/contacts?q=${encodeURIComponent(q)}`,
        answer: [200] as const,
      })),
      { path: `/contacts?cursor=${cursor(farOff, theirs.contactId)}`, answer: [200] },
      { path: `/contacts?q=0&cursor=${cursor(farOff, theirs.contactId)}`, answer: [200] },
      { path: '/contacts?label=canary%20label', answer: [200] },
    ],
  },
  {
    route: 'GET /contacts/labels',
    who: everyone,
    own: () => ({ path: '/contacts/labels', status: 200 }),
    foreign: (_, theirs) => [{ path: `/contacts/labels?tenantId=${theirs.desk.tenantId}`, answer: [200] }],
  },
  {
    route: 'GET /contacts/fields',
    who: everyone,
    own: () => ({ path: '/contacts/fields', status: 200 }),
    foreign: () => [{ path: '/contacts/fields?archived=true', answer: [200] }],
  },
  {
    route: 'POST /contacts/fields',
    who: leaders,
    own: () => ({ path: '/contacts/fields', body: { name: 'Shoe size', kind: 'number' }, status: 201 }),
    foreign: (_, theirs) => [
      { path: '/contacts/fields', body: { ...smuggled(theirs), name: 'Hat size', kind: 'number' }, answer: [201] },
    ],
  },
  {
    route: 'PATCH /contacts/fields/:id',
    who: leaders,
    own: (mine) => ({ path: `/contacts/fields/${mine.fieldId}`, body: { name: 'Hair' }, status: 200 }),
    foreign: (_, theirs) => [{ path: `/contacts/fields/${theirs.fieldId}`, body: { name: 'Mine now' }, answer: gone }],
  },
  {
    route: 'GET /contacts/export.csv',
    who: leaders,
    own: () => ({ path: '/contacts/export.csv', status: 200 }),
    foreign: (_, theirs) => [
      { path: '/contacts/export.csv?label=canary%20label', answer: [200] },
      { path: `/contacts/export.csv?field=${theirs.fieldId}&value=canary%20value`, answer: [200] },
    ],
  },
  {
    route: 'GET /contacts/imports',
    who: leaders,
    own: () => ({ path: '/contacts/imports', status: 200 }),
    foreign: (_, theirs) => [{ path: `/contacts/imports?cursor=${cursor(farOff, theirs.importId)}`, answer: [200] }],
  },
  {
    route: 'POST /contacts/imports',
    who: leaders,
    own: () => ({ path: '/contacts/imports?fileName=x.csv', file: 'Name,Phone\nAna,612345678', status: 201 }),
    foreign: (_, theirs) => [
      { path: '/contacts/imports', file: `Frontdesk ID\n${theirs.contactId.slice(0, 8)}`, answer: [201] },
    ],
  },
  {
    route: 'GET /contacts/imports/:id',
    who: leaders,
    own: (mine) => ({ path: `/contacts/imports/${mine.importId}`, status: 200 }),
    foreign: (_, theirs) => [{ path: `/contacts/imports/${theirs.importId}`, answer: gone }],
  },
  {
    route: 'POST /contacts/imports/:id/check',
    who: leaders,
    own: (mine) => ({ path: `/contacts/imports/${mine.importId}/check`, body: plan, status: 200 }),
    foreign: (mine, theirs) => [
      { path: `/contacts/imports/${theirs.importId}/check`, body: plan, answer: gone },
      {
        path: `/contacts/imports/${mine.importId}/check`,
        body: { ...plan, targets: ['name', 'phone', `field:${theirs.fieldId}`] },
        answer: unusable,
      },
    ],
  },
  {
    route: 'POST /contacts/imports/:id/start',
    who: leaders,
    own: (mine) => ({ path: `/contacts/imports/${mine.checkedId}/start`, status: 200 }),
    foreign: (_, theirs) => [{ path: `/contacts/imports/${theirs.checkedId}/start`, answer: gone }],
  },
  {
    route: 'GET /contacts/imports/:id/refused',
    who: leaders,
    own: (mine) => ({ path: `/contacts/imports/${mine.checkedId}/refused`, status: 200 }),
    foreign: (_, theirs) => [{ path: `/contacts/imports/${theirs.checkedId}/refused`, answer: gone }],
  },
  {
    route: 'GET /contacts/imports/:id/refused-lines.csv',
    who: leaders,
    own: (mine) => ({ path: `/contacts/imports/${mine.checkedId}/refused-lines.csv`, status: 200 }),
    foreign: (_, theirs) => [{ path: `/contacts/imports/${theirs.checkedId}/refused-lines.csv`, answer: gone }],
  },
  {
    route: 'DELETE /contacts/imports/:id',
    who: leaders,
    own: (mine) => ({ path: `/contacts/imports/${mine.importId}`, status: 204 }),
    foreign: (_, theirs) => [{ path: `/contacts/imports/${theirs.importId}`, answer: gone }],
  },
  {
    route: 'GET /leads',
    who: everyone,
    own: () => ({ path: '/leads', status: 200 }),
    foreign: (_, theirs) => [
      { path: `/leads?owner=${theirs.memberId}`, answer: [200] },
      { path: `/leads?contactId=${theirs.contactId}`, answer: [200] },
      { path: '/leads?q=canary', answer: [200] },
      { path: `/leads?cursor=${cursor(farOff, theirs.leadId)}`, answer: [200] },
    ],
  },
  {
    route: 'GET /leads/counts',
    who: everyone,
    own: () => ({ path: '/leads/counts', status: 200 }),
    foreign: (_, theirs) => [{ path: `/leads/counts?contactId=${theirs.contactId}`, answer: [200] }],
  },
  {
    route: 'POST /leads',
    who: everyone,
    own: (mine) => ({ path: '/leads', body: { contactId: mine.spareId }, status: 201 }),
    foreign: (mine, theirs) => [
      { path: '/leads', body: { contactId: theirs.spareId }, answer: gone },
      { path: '/leads', body: { contactId: mine.spareId, ownerId: theirs.memberId }, answer: unusable },
    ],
  },
  {
    route: 'GET /leads/:id',
    who: everyone,
    own: (mine) => ({ path: `/leads/${mine.leadId}`, status: 200 }),
    foreign: (_, theirs) => [{ path: `/leads/${theirs.leadId}`, answer: gone }],
  },
  {
    route: 'PATCH /leads/:id',
    who: everyone,
    own: (mine) => ({ path: `/leads/${mine.leadId}`, body: { stage: 'contacted' }, status: 200 }),
    foreign: (mine, theirs) => [
      { path: `/leads/${theirs.leadId}`, body: { stage: 'won' }, answer: gone },
      { path: `/leads/${mine.leadId}`, body: { ownerId: theirs.memberId }, answer: unusable },
    ],
  },
]
