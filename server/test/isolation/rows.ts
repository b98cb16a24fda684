import { consentRows } from './consent-rows.ts'
import { inboxRows } from './inbox-rows.ts'
import { mediaRows } from './media-rows.ts'
import { peopleRows } from './people-rows.ts'
import { cursor, everyone, farOff, gone, leaders, longAgo, ownerOnly, type Row, smuggled, unusable } from './row.ts'
import { tenancyRows } from './tenancy-rows.ts'

const newChannel = (digit: string) => ({
  kind: 'whatsapp_cloud',
  name: 'Another number',
  settings: { phoneNumberId: `99${digit}`, wabaId: '1', displayPhoneNumber: '+34 612 345 678' },
  credentials: { accessToken: 'a', appSecret: 'b', verifyToken: 'c' },
})

/** One row a route: a route without a row, and a row without a route, fail the build. */
export const rows: readonly Row[] = [
  {
    route: 'GET /channels',
    who: everyone,
    own: () => ({ path: '/channels', status: 200 }),
    foreign: (_, theirs) => [{ path: `/channels?cursor=${cursor(longAgo, theirs.channelId)}`, answer: [200] }],
  },
  {
    route: 'POST /channels',
    who: leaders,
    own: () => ({ path: '/channels', body: newChannel('1'), status: 201 }),
    foreign: (_, theirs) => [{ path: '/channels', body: { ...smuggled(theirs), ...newChannel('2') }, answer: [201] }],
  },
  {
    route: 'GET /channels/:id',
    who: everyone,
    own: (mine) => ({ path: `/channels/${mine.channelId}`, status: 200 }),
    foreign: (_, theirs) => [{ path: `/channels/${theirs.channelId}`, answer: gone }],
  },
  {
    route: 'PATCH /channels/:id',
    who: leaders,
    own: (mine) => ({ path: `/channels/${mine.channelId}`, body: { name: 'Front' }, status: 200 }),
    foreign: (_, theirs) => [
      { path: `/channels/${theirs.channelId}`, body: { name: 'Mine now' }, answer: gone },
      { path: `/channels/${theirs.channelId}`, body: { enabled: false }, answer: gone },
    ],
  },
  {
    route: 'GET /channels/:id/health',
    who: everyone,
    own: (mine) => ({ path: `/channels/${mine.channelId}/health`, status: 200 }),
    foreign: (_, theirs) => [{ path: `/channels/${theirs.channelId}/health`, answer: gone }],
  },
  {
    route: 'POST /channels/:id/health',
    who: everyone,
    own: (mine) => ({ path: `/channels/${mine.channelId}/health`, status: 200 }),
    foreign: (_, theirs) => [{ path: `/channels/${theirs.channelId}/health`, answer: gone }],
  },
  {
    route: 'POST /channels/:id/subscription',
    who: leaders,
    own: (mine) => ({ path: `/channels/${mine.channelId}/subscription`, status: 200 }),
    foreign: (_, theirs) => [{ path: `/channels/${theirs.channelId}/subscription`, answer: gone }],
  },
  {
    route: 'DELETE /channels/:id/former-secrets',
    who: leaders,
    own: (mine) => ({ path: `/channels/${mine.channelId}/former-secrets`, status: 204 }),
    foreign: (_, theirs) => [{ path: `/channels/${theirs.channelId}/former-secrets`, answer: gone }],
  },
  {
    route: 'DELETE /channels/:id',
    who: ownerOnly,
    own: (mine) => ({ path: `/channels/${mine.channelId}`, status: 204 }),
    foreign: (_, theirs) => [{ path: `/channels/${theirs.channelId}`, answer: gone }],
  },
  ...peopleRows,
  {
    route: 'DELETE /contacts/:id/identities/:identityId',
    who: everyone,
    own: (mine) => ({ path: `/contacts/${mine.contactId}/identities/${mine.emailId}`, status: 204 }),
    foreign: (mine, theirs) => [
      { path: `/contacts/${theirs.contactId}/identities/${theirs.emailId}`, answer: gone },
      { path: `/contacts/${mine.contactId}/identities/${theirs.emailId}`, answer: gone },
    ],
  },
  {
    route: 'GET /contacts/:id/merge',
    who: everyone,
    own: (mine) => ({ path: `/contacts/${mine.spareId}/merge?into=${mine.contactId}`, status: 200 }),
    foreign: (mine, theirs) => [
      { path: `/contacts/${mine.spareId}/merge?into=${theirs.contactId}`, answer: unusable },
      { path: `/contacts/${theirs.spareId}/merge?into=${mine.contactId}`, answer: gone },
    ],
  },
  {
    route: 'POST /contacts/:id/merge',
    who: everyone,
    own: (mine) => ({ path: `/contacts/${mine.spareId}/merge`, body: { into: mine.contactId }, status: 200 }),
    foreign: (mine, theirs) => [
      { path: `/contacts/${mine.spareId}/merge`, body: { into: theirs.contactId }, answer: unusable },
      { path: `/contacts/${theirs.spareId}/merge`, body: { into: mine.contactId }, answer: gone },
    ],
  },
  {
    route: 'POST /contacts/:id/unmerge',
    who: everyone,
    own: (mine) => ({ path: `/contacts/${mine.mergedId}/unmerge`, status: 200 }),
    foreign: (_, theirs) => [{ path: `/contacts/${theirs.mergedId}/unmerge`, answer: gone }],
  },
  {
    route: 'GET /contacts/:id/timeline',
    who: everyone,
    own: (mine) => ({ path: `/contacts/${mine.contactId}/timeline`, status: 200 }),
    foreign: (mine, theirs) => [
      { path: `/contacts/${theirs.contactId}/timeline`, answer: gone },
      { path: `/contacts/${mine.contactId}/timeline?cursor=${cursor('999999999', theirs.contactId)}`, answer: [200] },
    ],
  },
  {
    route: 'POST /contacts',
    who: everyone,
    own: () => ({ path: '/contacts', body: { name: 'Somebody' }, status: 201 }),
    foreign: (_, theirs) => [
      // Two businesses may know the same person, and neither learns so.
      { path: '/contacts', body: { ...smuggled(theirs), name: 'Same', email: 'other@else.test' }, answer: [201] },
    ],
  },
  {
    route: 'GET /contacts/:id',
    who: everyone,
    own: (mine) => ({ path: `/contacts/${mine.contactId}`, status: 200 }),
    foreign: (_, theirs) => [{ path: `/contacts/${theirs.contactId}`, answer: gone }],
  },
  {
    route: 'PATCH /contacts/:id',
    who: everyone,
    own: (mine) => ({ path: `/contacts/${mine.contactId}`, body: { name: 'Ana' }, status: 200 }),
    foreign: (mine, theirs) => [
      { path: `/contacts/${theirs.contactId}`, body: { name: 'Mine now' }, answer: gone },
      { path: `/contacts/${theirs.contactId}`, body: { phone: mine.phone, labels: ['Mine'] }, answer: gone },
      { path: `/contacts/${mine.contactId}`, body: { ...smuggled(theirs), name: 'Ana' }, answer: [200] },
    ],
  },
  {
    route: 'GET /conversations',
    who: everyone,
    own: () => ({ path: '/conversations', status: 200 }),
    foreign: (_, theirs) => [
      { path: `/conversations?assignee=${theirs.memberId}`, answer: [200] },
      { path: `/conversations?contactId=${theirs.contactId}`, answer: [200] },
      { path: '/conversations?q=canary', answer: [200] },
      { path: '/conversations?label=canary%20label', answer: [200] },
      { path: `/conversations?channelId=${theirs.channelId}&waiting=true`, answer: [200] },
      { path: `/conversations?q=${encodeURIComponent(theirs.phone)}`, answer: [200] },
      { path: `/conversations?cursor=${cursor(farOff, theirs.conversationId)}`, answer: [200] },
    ],
  },
  {
    route: 'GET /conversations/counts',
    who: everyone,
    own: () => ({ path: '/conversations/counts', status: 200 }),
    foreign: (_, theirs) => [{ path: `/conversations/counts?tenantId=${theirs.desk.tenantId}`, answer: [200] }],
  },
  {
    route: 'GET /conversations/:id',
    who: everyone,
    own: (mine) => ({ path: `/conversations/${mine.conversationId}`, status: 200 }),
    foreign: (_, theirs) => [{ path: `/conversations/${theirs.conversationId}`, answer: gone }],
  },
  {
    route: 'PATCH /conversations/:id',
    who: everyone,
    own: (mine) => ({ path: `/conversations/${mine.conversationId}`, body: { status: 'pending' }, status: 200 }),
    foreign: (mine, theirs) => [
      { path: `/conversations/${theirs.conversationId}`, body: { status: 'resolved' }, answer: gone },
      { path: `/conversations/${mine.conversationId}`, body: { assigneeId: theirs.memberId }, answer: unusable },
      { path: `/conversations/${mine.conversationId}`, body: { ...smuggled(theirs), status: 'open' }, answer: [200] },
    ],
  },
  {
    route: 'POST /conversations/:id/read',
    who: everyone,
    own: (mine) => ({ path: `/conversations/${mine.conversationId}/read`, status: 204 }),
    foreign: (_, theirs) => [{ path: `/conversations/${theirs.conversationId}/read`, answer: gone }],
  },
  {
    route: 'POST /conversations/:id/typing',
    who: everyone,
    own: (mine) => ({ path: `/conversations/${mine.conversationId}/typing`, status: 204 }),
    foreign: (_, theirs) => [{ path: `/conversations/${theirs.conversationId}/typing`, answer: gone }],
  },
  {
    route: 'GET /conversations/:id/messages',
    who: everyone,
    own: (mine) => ({ path: `/conversations/${mine.conversationId}/messages`, status: 200 }),
    foreign: (mine, theirs) => [
      { path: `/conversations/${theirs.conversationId}/messages`, answer: gone },
      { path: `/conversations/${mine.conversationId}/messages?cursor=${cursor(theirs.failedId)}`, answer: [200] },
    ],
  },
  {
    route: 'GET /conversations/:id/channels',
    who: everyone,
    own: (mine) => ({ path: `/conversations/${mine.conversationId}/channels`, status: 200 }),
    foreign: (mine, theirs) => [
      { path: `/conversations/${theirs.conversationId}/channels`, answer: gone },
      { path: `/conversations/${mine.conversationId}/channels?tenantId=${theirs.desk.tenantId}`, answer: [200] },
    ],
  },
  {
    route: 'POST /conversations/:id/messages',
    who: everyone,
    own: (mine) => ({ path: `/conversations/${mine.conversationId}/messages`, body: { text: 'Hello' }, status: 201 }),
    foreign: (mine, theirs) => [
      { path: `/conversations/${theirs.conversationId}/messages`, body: { text: 'Hello' }, answer: gone },
      {
        path: `/conversations/${mine.conversationId}/messages`,
        body: { text: 'By your number', channelId: theirs.channelId },
        answer: gone,
      },
      {
        path: `/conversations/${mine.conversationId}/messages`,
        body: { mediaId: theirs.mediaId, caption: 'Your file' },
        answer: gone,
      },
      {
        path: `/conversations/${mine.conversationId}/messages`,
        body: { ...smuggled(theirs), channelId: mine.channelId, text: 'Hello again' },
        answer: [201],
      },
      {
        path: `/conversations/${mine.conversationId}/messages`,
        body: { text: 'About yours', replyTo: theirs.sentId },
        answer: unusable,
      },
      {
        path: `/conversations/${mine.conversationId}/messages`,
        body: { reaction: { messageId: theirs.sentId, emoji: '👍' } },
        answer: unusable,
      },
    ],
  },
  {
    route: 'POST /conversations/:id/notes',
    who: everyone,
    own: (mine) => ({ path: `/conversations/${mine.conversationId}/notes`, body: { text: 'Between us' }, status: 201 }),
    foreign: (mine, theirs) => [
      { path: `/conversations/${theirs.conversationId}/notes`, body: { text: 'Hello' }, answer: gone },
      {
        path: `/conversations/${mine.conversationId}/notes`,
        body: { ...smuggled(theirs), text: 'Hello' },
        answer: [201],
      },
    ],
  },
  {
    route: 'GET /search',
    who: everyone,
    own: () => ({ path: '/search?q=asks', status: 200 }),
    foreign: (_, theirs) => [
      ...['canary', 'asks', 'answers', theirs.phone, theirs.email, '%', '_'].map((q) => ({
        path: `/search?q=${encodeURIComponent(q)}`,
        answer: [200] as const,
      })),
      { path: `/search?q=asks&cursor=${cursor(farOff, theirs.sentId)}`, answer: [200] },
      { path: `/search?q=asks&tenantId=${theirs.desk.tenantId}`, answer: [200] },
    ],
  },
  {
    route: 'GET /messages',
    who: everyone,
    own: () => ({ path: '/messages', status: 200 }),
    foreign: (_, theirs) => [
      { path: `/messages?channelId=${theirs.channelId}`, answer: [200] },
      { path: `/messages?conversationId=${theirs.conversationId}`, answer: [200] },
      { path: `/messages?cursor=${cursor(farOff, theirs.sentId)}`, answer: [200] },
    ],
  },
  {
    route: 'GET /messages/:id/timeline',
    who: everyone,
    own: (mine) => ({ path: `/messages/${mine.sentId}/timeline`, status: 200 }),
    foreign: (_, theirs) => [{ path: `/messages/${theirs.sentId}/timeline`, answer: gone }],
  },
  {
    route: 'POST /messages/:id/send-again',
    who: everyone,
    own: (mine) => ({ path: `/messages/${mine.failedId}/send-again`, status: 200 }),
    foreign: (_, theirs) => [{ path: `/messages/${theirs.failedId}/send-again`, answer: gone }],
  },
  {
    route: 'GET /stream',
    who: everyone,
    own: () => ({ path: '/stream', status: 200 }),
    // What it may carry is shown in the test of what crosses over.
    foreign: () => [],
  },
  ...inboxRows,
  ...consentRows,
  ...mediaRows,
  ...tenancyRows,
]
