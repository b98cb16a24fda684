import { everyone, gone, leaders, type Row, smuggled } from './row.ts'

const words = { language: 'en', whatsapp: null, email: null, sms: { text: 'We are open.' } }
const named = (name: string) => ({ name, title: 'Open', category: 'UTILITY', versions: [words] })

/** What a workspace writes more than once. */
export const templateRows: readonly Row[] = [
  {
    route: 'GET /templates',
    who: everyone,
    own: () => ({ path: '/templates', status: 200 }),
    foreign: (_, theirs) => [{ path: `/templates?tenantId=${theirs.desk.tenantId}&q=canary`, answer: [200] }],
  },
  {
    route: 'POST /templates',
    who: leaders,
    own: () => ({ path: '/templates', body: named('open_one'), status: 201 }),
    foreign: (_, theirs) => [
      { path: '/templates', body: { ...smuggled(theirs), ...named('open_two') }, answer: [201] },
    ],
  },
  {
    route: 'POST /templates/sync',
    who: leaders,
    own: () => ({ path: '/templates/sync', status: 204 }),
    foreign: (_, theirs) => [{ path: `/templates/sync?channelId=${theirs.channelId}`, answer: [204] }],
  },
  {
    route: 'GET /templates/:id',
    who: everyone,
    own: (mine) => ({ path: `/templates/${mine.templateId}`, status: 200 }),
    foreign: (_, theirs) => [{ path: `/templates/${theirs.templateId}`, answer: gone }],
  },
  {
    route: 'PATCH /templates/:id',
    who: leaders,
    own: (mine) => ({ path: `/templates/${mine.templateId}`, body: { title: 'Opening' }, status: 200 }),
    foreign: (mine, theirs) => [
      { path: `/templates/${theirs.templateId}`, body: { title: 'Mine now' }, answer: gone },
      { path: `/templates/${mine.templateId}`, body: { ...smuggled(theirs), title: 'Opening' }, answer: [200] },
    ],
  },
  {
    route: 'POST /templates/:id/copy',
    who: leaders,
    own: (mine) => ({
      path: `/templates/${mine.templateId}/copy`,
      body: { name: 'another_one', title: 'Another' },
      status: 201,
    }),
    foreign: (_, theirs) => [
      { path: `/templates/${theirs.templateId}/copy`, body: { name: 'stolen', title: 'Stolen' }, answer: gone },
    ],
  },
  {
    route: 'POST /templates/:id/reset',
    who: leaders,
    own: (mine) => ({ path: `/templates/${mine.originalId}/reset`, status: 200 }),
    foreign: (_, theirs) => [{ path: `/templates/${theirs.originalId}/reset`, answer: gone }],
  },
  {
    route: 'POST /templates/:id/preview',
    who: everyone,
    own: (mine) => ({ path: `/templates/${mine.templateId}/preview`, body: {}, status: 200 }),
    foreign: (_, theirs) => [{ path: `/templates/${theirs.templateId}/preview`, body: {}, answer: gone }],
  },
  {
    route: 'POST /templates/:id/submit',
    who: leaders,
    own: (mine) => ({ path: `/templates/${mine.originalId}/submit`, body: { languages: ['en'] }, status: 200 }),
    foreign: (_, theirs) => [{ path: `/templates/${theirs.originalId}/submit`, body: {}, answer: gone }],
  },
]
