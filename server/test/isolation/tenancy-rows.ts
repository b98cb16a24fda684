import { cursor, everyone, farOff, gone, leaders, ownerOnly, type Row, smuggled } from './row.ts'

/** The workspace itself, its people and their invitations. Leaving comes last. */
export const tenancyRows: readonly Row[] = [
  {
    route: 'GET ',
    who: everyone,
    own: () => ({ path: '', status: 200 }),
    foreign: (_, theirs) => [{ path: `?tenantId=${theirs.desk.tenantId}&slug=${theirs.desk.slug}`, answer: [200] }],
  },
  {
    route: 'PATCH ',
    who: ownerOnly,
    own: () => ({ path: '', body: { name: 'Salon Rosa' }, status: 200 }),
    foreign: (_, theirs) => [
      { path: '', body: { ...smuggled(theirs), name: 'Salon Rosa' }, answer: [200] },
      // That an address is taken can't be kept a secret from who wants to have it.
      { path: '', body: { slug: theirs.desk.slug }, answer: [409, 'slug_taken'] },
    ],
  },
  {
    route: 'GET /members',
    who: everyone,
    own: () => ({ path: '/members', status: 200 }),
    foreign: (_, theirs) => [{ path: `/members?cursor=${cursor(theirs.memberId)}`, answer: [200] }],
  },
  {
    route: 'PATCH /members/:id',
    who: leaders,
    own: (mine) => ({ path: `/members/${mine.memberId}`, body: { role: 'staff' }, status: 200 }),
    foreign: (mine, theirs) => [
      { path: `/members/${theirs.memberId}`, body: { role: 'owner' }, answer: gone },
      { path: `/members/${mine.memberId}`, body: { ...smuggled(theirs), role: 'staff' }, answer: [200] },
    ],
  },
  {
    route: 'POST /members/:id/hand-over',
    who: ownerOnly,
    own: (mine) => ({ path: `/members/${mine.memberId}/hand-over`, body: {}, status: 200 }),
    foreign: (_, theirs) => [
      { path: `/members/${theirs.memberId}/hand-over`, body: { stepDownTo: 'staff' }, answer: gone },
    ],
  },
  {
    route: 'GET /permissions',
    who: everyone,
    own: () => ({ path: '/permissions', status: 200 }),
    foreign: (_, theirs) => [{ path: `/permissions?tenantId=${theirs.desk.tenantId}`, answer: [200] }],
  },
  {
    route: 'GET /invitations',
    who: leaders,
    own: () => ({ path: '/invitations', status: 200 }),
    foreign: (_, theirs) => [
      { path: `/invitations?cursor=${cursor('ffffffff-ffff-7fff-bfff-ffffffffffff')}`, answer: [200] },
      { path: `/invitations?cursor=${cursor(theirs.invitationId)}`, answer: [200] },
    ],
  },
  {
    route: 'POST /invitations',
    who: leaders,
    own: () => ({ path: '/invitations', body: { role: 'staff' }, status: 201 }),
    foreign: (_, theirs) => [
      { path: '/invitations', body: { ...smuggled(theirs), role: 'staff' }, answer: [201] },
      // Whether an address works elsewhere is not told.
      { path: '/invitations', body: { role: 'staff', email: 'owner@nord.test' }, answer: [201] },
    ],
  },
  {
    route: 'POST /invitations/:id/renew',
    who: leaders,
    own: (mine) => ({ path: `/invitations/${mine.invitationId}/renew`, status: 200 }),
    foreign: (_, theirs) => [{ path: `/invitations/${theirs.invitationId}/renew`, answer: gone }],
  },
  {
    route: 'DELETE /invitations/:id',
    who: leaders,
    own: (mine) => ({ path: `/invitations/${mine.invitationId}`, status: 204 }),
    foreign: (_, theirs) => [{ path: `/invitations/${theirs.invitationId}`, answer: gone }],
  },
  {
    route: 'GET /tokens',
    who: leaders,
    own: () => ({ path: '/tokens', status: 200 }),
    foreign: (_, theirs) => [
      { path: `/tokens?cursor=${cursor('ffffffff-ffff-7fff-bfff-ffffffffffff')}`, answer: [200] },
      { path: `/tokens?cursor=${cursor(theirs.tokenId)}`, answer: [200] },
    ],
  },
  {
    route: 'GET /tokens/scopes',
    who: leaders,
    own: () => ({ path: '/tokens/scopes', status: 200 }),
    foreign: (_, theirs) => [{ path: `/tokens/scopes?tenantId=${theirs.desk.tenantId}`, answer: [200] }],
  },
  {
    route: 'POST /tokens',
    who: leaders,
    own: () => ({ path: '/tokens', body: { name: 'Website', scopes: ['contacts.read'] }, status: 201 }),
    foreign: (_, theirs) => [
      {
        path: '/tokens',
        body: { ...smuggled(theirs), madeBy: theirs.memberId, name: 'Website', scopes: ['contacts.read'] },
        answer: [201],
      },
    ],
  },
  {
    route: 'DELETE /tokens/:id',
    who: leaders,
    own: (mine) => ({ path: `/tokens/${mine.tokenId}`, status: 204 }),
    foreign: (_, theirs) => [{ path: `/tokens/${theirs.tokenId}`, answer: gone }],
  },
  {
    route: 'GET /audit',
    who: leaders,
    own: () => ({ path: '/audit', status: 200 }),
    foreign: (_, theirs) => [
      { path: `/audit?cursor=${cursor(farOff, theirs.contactId)}`, answer: [200] },
      { path: `/audit?who=${theirs.memberId}`, answer: [200] },
      { path: `/audit?subjectId=${theirs.channelId}`, answer: [200] },
      { path: `/audit?area=members&tenantId=${theirs.desk.tenantId}`, answer: [200] },
    ],
  },
  {
    route: 'GET /audit/filters',
    who: leaders,
    own: () => ({ path: '/audit/filters', status: 200 }),
    foreign: (_, theirs) => [{ path: `/audit/filters?tenantId=${theirs.desk.tenantId}`, answer: [200] }],
  },
  {
    route: 'GET /audit/export',
    who: ownerOnly,
    own: () => ({ path: '/audit/export', status: 200 }),
    foreign: (_, theirs) => [{ path: `/audit/export?area=members&tenantId=${theirs.desk.tenantId}`, answer: [200] }],
  },
  {
    // Of staff it is their own: everybody may leave.
    route: 'DELETE /members/:id',
    who: everyone,
    own: (mine) => ({ path: `/members/${mine.memberId}`, status: 204 }),
    foreign: (_, theirs) => [{ path: `/members/${theirs.memberId}`, answer: gone }],
  },
]
