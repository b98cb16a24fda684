import { everyone, gone, leaders, type Row, smuggled } from './row.ts'

const word = { channelKind: 'whatsapp', purpose: 'marketing', state: 'granted', reason: 'Said so at the desk' }

/** What people allow, and the rules of consent. */
export const consentRows: readonly Row[] = [
  {
    route: 'GET /contacts/:id/consents',
    who: everyone,
    own: (mine) => ({ path: `/contacts/${mine.contactId}/consents`, status: 200 }),
    foreign: (_, theirs) => [{ path: `/contacts/${theirs.contactId}/consents`, answer: gone }],
  },
  {
    route: 'POST /contacts/:id/consents',
    who: everyone,
    own: (mine) => ({ path: `/contacts/${mine.contactId}/consents`, body: word, status: 200 }),
    foreign: (mine, theirs) => [
      { path: `/contacts/${theirs.contactId}/consents`, body: word, answer: gone },
      { path: `/contacts/${mine.contactId}/consents`, body: { ...smuggled(theirs), ...word }, answer: [200] },
    ],
  },
  {
    route: 'GET /consent-rules',
    who: everyone,
    own: () => ({ path: '/consent-rules', status: 200 }),
    foreign: (_, theirs) => [{ path: `/consent-rules?tenantId=${theirs.desk.tenantId}`, answer: [200] }],
  },
  {
    route: 'PATCH /consent-rules',
    who: leaders,
    own: () => ({ path: '/consent-rules', body: { confirmOptOut: false }, status: 200 }),
    foreign: (_, theirs) => [
      { path: '/consent-rules', body: { ...smuggled(theirs), confirmOptOut: true }, answer: [200] },
    ],
  },
]
