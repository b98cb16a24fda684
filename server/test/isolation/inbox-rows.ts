import { everyone, gone, leaders, type Row, smuggled, unusable } from './row.ts'
import { templateRows } from './template-rows.ts'

/** Working through the inbox: many at once, labels, views. */
export const inboxRows: readonly Row[] = [
  {
    route: 'POST /conversations/bulk',
    who: everyone,
    own: (mine) => ({
      path: '/conversations/bulk',
      body: { ids: [mine.conversationId], act: { kind: 'reopen' } },
      status: 200,
    }),
    foreign: (mine, theirs) => [
      {
        path: '/conversations/bulk',
        body: { ...smuggled(theirs), ids: [theirs.conversationId], act: { kind: 'resolve' } },
        answer: [200],
      },
      {
        path: '/conversations/bulk',
        body: { ids: [mine.conversationId], act: { kind: 'assign', assigneeId: theirs.memberId } },
        answer: unusable,
      },
    ],
  },
  {
    route: 'GET /labels',
    who: everyone,
    own: () => ({ path: '/labels', status: 200 }),
    foreign: (_, theirs) => [{ path: `/labels?tenantId=${theirs.desk.tenantId}`, answer: [200] }],
  },
  {
    route: 'POST /labels',
    who: leaders,
    own: () => ({ path: '/labels', body: { name: 'Urgent' }, status: 201 }),
    foreign: (_, theirs) => [
      { path: '/labels', body: { ...smuggled(theirs), name: 'Taken elsewhere' }, answer: [201] },
    ],
  },
  {
    route: 'PATCH /labels/:id',
    who: leaders,
    own: (mine) => ({ path: `/labels/${mine.labelId}`, body: { colour: 'red' }, status: 200 }),
    foreign: (_, theirs) => [{ path: `/labels/${theirs.labelId}`, body: { name: 'Mine now' }, answer: gone }],
  },
  {
    route: 'DELETE /labels/:id',
    who: leaders,
    own: (mine) => ({ path: `/labels/${mine.labelId}`, status: 204 }),
    foreign: (_, theirs) => [{ path: `/labels/${theirs.labelId}`, answer: gone }],
  },
  {
    route: 'GET /views',
    who: everyone,
    own: () => ({ path: '/views', status: 200 }),
    foreign: (_, theirs) => [{ path: `/views?tenantId=${theirs.desk.tenantId}`, answer: [200] }],
  },
  {
    route: 'GET /views/counts',
    who: everyone,
    own: () => ({ path: '/views/counts', status: 200 }),
    foreign: (_, theirs) => [{ path: `/views/counts?tenantId=${theirs.desk.tenantId}`, answer: [200] }],
  },
  {
    route: 'POST /views',
    who: everyone,
    own: () => ({ path: '/views', body: { name: 'Waiting', filter: { waiting: true } }, status: 201 }),
    foreign: (_, theirs) => [
      {
        path: '/views',
        body: { ...smuggled(theirs), name: 'Theirs', filter: { waiting: true } },
        answer: [201],
      },
    ],
  },
  {
    route: 'PATCH /views/:id',
    who: everyone,
    own: (mine) => ({ path: `/views/${mine.viewId}`, body: { place: 0 }, status: 200 }),
    foreign: (_, theirs) => [{ path: `/views/${theirs.viewId}`, body: { name: 'Mine now' }, answer: gone }],
  },
  {
    route: 'DELETE /views/:id',
    who: everyone,
    own: (mine) => ({ path: `/views/${mine.viewId}`, status: 204 }),
    foreign: (_, theirs) => [{ path: `/views/${theirs.viewId}`, answer: gone }],
  },
  ...templateRows,
  {
    route: 'POST /conversations/:id/handoff',
    who: everyone,
    own: (mine) => ({
      path: `/conversations/${mine.conversationId}/handoff`,
      body: { reason: 'A big booking' },
      status: 200,
    }),
    foreign: (mine, theirs) => [
      { path: `/conversations/${theirs.conversationId}/handoff`, body: { reason: 'x' }, answer: gone },
      {
        path: `/conversations/${mine.conversationId}/handoff`,
        body: { ...smuggled(theirs), reason: 'x' },
        answer: [200],
      },
    ],
  },
  {
    route: 'POST /conversations/:id/handoff/take',
    who: everyone,
    own: (mine) => ({ path: `/conversations/${mine.conversationId}/handoff/take`, status: 200 }),
    foreign: (_, theirs) => [{ path: `/conversations/${theirs.conversationId}/handoff/take`, answer: gone }],
  },
  {
    route: 'DELETE /conversations/:id/handoff',
    who: everyone,
    own: (mine) => ({ path: `/conversations/${mine.conversationId}/handoff`, status: 200 }),
    foreign: (_, theirs) => [{ path: `/conversations/${theirs.conversationId}/handoff`, answer: gone }],
  },
  {
    route: 'GET /inbox-settings',
    who: everyone,
    own: () => ({ path: '/inbox-settings', status: 200 }),
    foreign: (_, theirs) => [{ path: `/inbox-settings?tenantId=${theirs.desk.tenantId}`, answer: [200] }],
  },
  {
    route: 'PATCH /inbox-settings',
    who: leaders,
    own: () => ({ path: '/inbox-settings', body: { automationResumesAfterHours: 12 }, status: 200 }),
    foreign: (_, theirs) => [
      { path: '/inbox-settings', body: { ...smuggled(theirs), automationResumesAfterHours: 8 }, answer: [200] },
    ],
  },
  {
    route: 'GET /saved-replies',
    who: everyone,
    own: () => ({ path: '/saved-replies', status: 200 }),
    foreign: (_, theirs) => [{ path: `/saved-replies?tenantId=${theirs.desk.tenantId}`, answer: [200] }],
  },
  {
    route: 'POST /saved-replies',
    who: everyone,
    own: () => ({ path: '/saved-replies', body: { shortcut: 'hi', text: 'Hi {{contact.name}}' }, status: 201 }),
    foreign: (_, theirs) => [
      { path: '/saved-replies', body: { ...smuggled(theirs), shortcut: 'hey', text: 'Hey' }, answer: [201] },
    ],
  },
  {
    route: 'PATCH /saved-replies/:id',
    who: leaders,
    own: (mine) => ({ path: `/saved-replies/${mine.savedReplyId}`, body: { text: 'At ten' }, status: 200 }),
    foreign: (_, theirs) => [
      { path: `/saved-replies/${theirs.savedReplyId}`, body: { text: 'Mine now' }, answer: gone },
    ],
  },
  {
    route: 'DELETE /saved-replies/:id',
    who: leaders,
    own: (mine) => ({ path: `/saved-replies/${mine.savedReplyId}`, status: 204 }),
    foreign: (_, theirs) => [{ path: `/saved-replies/${theirs.savedReplyId}`, answer: gone }],
  },
]
