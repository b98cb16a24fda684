import type { Role } from '#lib/actor'
import type { Planted } from './planted.ts'

/** A request below a workspace. */
export interface Wish {
  readonly path: string
  readonly body?: object
}

/** A request that names things of another workspace, and what it must be answered: a refusal, or a success that shows nothing of it. */
export interface ForeignWish extends Wish {
  readonly answer: readonly [status: number, code?: string]
}

export interface Row {
  /** As the server registers it, below `/api/v1/w/:slug`. */
  readonly route: string
  readonly who: readonly Role[]
  /** A request that is right for members who may, and its status. */
  readonly own: (mine: Planted) => Wish & { readonly status: number }
  readonly foreign: (mine: Planted, theirs: Planted) => readonly ForeignWish[]
}

const everyone: readonly Role[] = ['owner', 'manager', 'staff']
const leaders: readonly Role[] = ['owner', 'manager']
const ownerOnly: readonly Role[] = ['owner']
const gone = [404, 'not_found'] as const
const unusable = [422, 'invalid_input'] as const

/** What a caller may try to smuggle in beside the fields a door knows. */
export function smuggled({ desk, contactId, conversationId, channelId, memberId }: Planted): object {
  const { tenantId, slug } = desk
  const snake = { tenant_id: tenantId, contact_id: contactId, conversation_id: conversationId }
  return {
    ...{ id: contactId, tenantId, workspaceId: tenantId, workspace: slug, conversationId, contactId, memberId },
    ...{ mergedInto: contactId, key: 'x', role: 'owner', userId: memberId, senderId: memberId, ...snake, channelId },
  }
}

const newChannel = (digit: string) => ({
  kind: 'whatsapp_cloud',
  name: 'Another number',
  settings: { phoneNumberId: `99${digit}`, wabaId: '1', displayPhoneNumber: '+34 612 345 678' },
  credentials: { accessToken: 'a', appSecret: 'b', verifyToken: 'c' },
})

/** One row a route: a route without a row, and a row without a route, fail the build. */
export const rows: readonly Row[] = [
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
    route: 'DELETE /channels/:id',
    who: ownerOnly,
    own: (mine) => ({ path: `/channels/${mine.channelId}`, status: 204 }),
    foreign: (_, theirs) => [{ path: `/channels/${theirs.channelId}`, answer: gone }],
  },
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
    route: 'DELETE /contacts/:id/identities/:identityId',
    who: everyone,
    own: (mine) => ({ path: `/contacts/${mine.contactId}/identities/${mine.emailId}`, status: 204 }),
    foreign: (mine, theirs) => [
      { path: `/contacts/${theirs.contactId}/identities/${theirs.emailId}`, answer: gone },
      { path: `/contacts/${mine.contactId}/identities/${theirs.emailId}`, answer: gone },
    ],
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
        body: { ...smuggled(theirs), channelId: mine.channelId, text: 'Hello again' },
        answer: [201],
      },
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
    // Of staff it is their own: everybody may leave.
    route: 'DELETE /members/:id',
    who: everyone,
    own: (mine) => ({ path: `/members/${mine.memberId}`, status: 204 }),
    foreign: (_, theirs) => [{ path: `/members/${theirs.memberId}`, answer: gone }],
  },
  {
    route: 'GET /stream',
    who: everyone,
    own: () => ({ path: '/stream', status: 200 }),
    // What it may carry is shown in the test of what crosses over.
    foreign: () => [],
  },
]

const longAgo = '2020-01-01T00:00:00.000Z'
const farOff = '2099-01-01T00:00:00.000Z'

function cursor(...keys: string[]): string {
  return Buffer.from(JSON.stringify(keys)).toString('base64url')
}
