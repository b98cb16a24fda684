import assert from 'node:assert/strict'

/** What a value has to be: a type, one of several words (`uuid`, `time`, `string?`, `null`), a list of one shape, or fields. */
export type Shape = string | readonly Shape[] | { readonly [field: string]: Shape }

const tests: Readonly<Record<string, (value: unknown) => boolean>> = {
  string: (value) => typeof value === 'string',
  number: (value) => typeof value === 'number',
  boolean: (value) => typeof value === 'boolean',
  object: (value) => typeof value === 'object' && value !== null,
  null: (value) => value === null,
  uuid: (value) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(String(value)),
  time: (value) => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/.test(String(value)),
  phone: (value) => /^\+[1-9]\d{6,14}$/.test(String(value)),
}

/** Fails unless the value has these fields and no others, each as described. `word?` may be null as well. */
export function assertShape(value: unknown, shape: Shape, path = ''): void {
  const where = `${path || 'the answer'}: ${JSON.stringify(value)}`
  if (typeof shape === 'string') {
    const isFine = (shape.endsWith('?') && value === null) || tests[shape.replace('?', '')]?.(value)
    assert.ok(isFine, `${where} is no ${shape}`)
    return
  }
  if (isList(shape)) {
    const [inner = 'null'] = shape
    assert.ok(Array.isArray(value), where)
    for (const [at, each] of value.entries()) assertShape(each, inner, `${path}[${at}]`)
    return
  }
  assert.ok(typeof value === 'object' && value !== null, where)
  assert.deepEqual(Object.keys(value).sort(), Object.keys(shape).sort(), where)
  for (const [field, inner] of Object.entries(shape))
    assertShape((value as Record<string, unknown>)[field], inner, `${path}.${field}`)
}

function isList(shape: Exclude<Shape, string>): shape is readonly Shape[] {
  return Array.isArray(shape)
}

const user = { id: 'uuid', name: 'string', email: 'string' }
const failure = 'object?'
const automation = { paused: 'boolean', since: 'time?', why: 'string?', by: 'object?', resumesAt: 'time?' }
const lastMessage = {
  ...{ id: 'uuid', direction: 'string', kind: 'string', text: 'string?', status: 'string', createdAt: 'time' },
  revokedAt: 'time?',
}

/** The contract's answers, field by field. */
export const shapes = {
  user,
  me: { user, workspaces: [{ id: 'uuid', slug: 'string', name: 'string', role: 'string' }] },
  workspace: {
    ...{ id: 'uuid', slug: 'string', name: 'string', timezone: 'string', currency: 'string', country: 'string' },
    ...{ createdAt: 'time', me: { memberId: 'uuid', role: 'string', permissions: ['string'] } },
  },
  member: { id: 'uuid', userId: 'uuid', name: 'string', email: 'string', role: 'string', createdAt: 'time' },
  channel: {
    ...{ id: 'uuid', kind: 'string', name: 'string', key: 'string', webhookUrl: 'string', status: 'string' },
    ...{ statusReason: 'object?', settings: 'object', outletId: 'null', lastEventAt: 'time?', createdAt: 'time' },
    ...{
      health: 'string',
      address: 'string?',
      capabilities: 'object',
      formerSecrets: { appSecretUntil: 'time?', verifyTokenUntil: 'time?' },
    },
  },
  contact: {
    ...{ id: 'uuid', name: 'string?', phone: 'phone?', email: 'string?', mergedInto: 'uuid?', createdAt: 'time' },
    ...{ username: 'string?', labels: ['string'], notes: 'string?', fields: ['object'], merged: ['object'] },
    identities: [{ id: 'uuid', kind: 'string', value: 'string', createdAt: 'time' }],
  },
  conversation: {
    ...{
      id: 'uuid',
      contact: { id: 'uuid', name: 'string?', phone: 'phone?', username: 'string?' },
      status: 'string',
      assignee: 'object?',
    },
    ...{ labels: ['string'], outletId: 'null', channelId: 'uuid?', unreadCount: 'number', lastMessage },
    ...{ lastMessageAt: 'time', window: { open: 'boolean', closesAt: 'time?' }, automation },
    ...{ handoff: 'null', snoozedUntil: 'time?', createdAt: 'time' },
  },
  message: {
    ...{ id: 'uuid', conversationId: 'uuid', direction: 'string', kind: 'string', text: 'string?', details: 'object?' },
    ...{ status: 'string', error: failure, senderType: 'string', senderId: 'uuid?', channelId: 'uuid?' },
    ...{ providerMessageId: 'string?', templateId: 'uuid?', sentAt: 'time?', deliveredAt: 'time?', readAt: 'time?' },
    ...{
      origin: 'string?',
      quote: 'object?',
      media: 'object?',
      editedAt: 'time?',
      revokedAt: 'time?',
      createdAt: 'time',
    },
    reactions: [{ by: 'string', emoji: 'string', at: 'time' }],
  },
  timeline: {
    attempts: [{ id: 'uuid', number: 'number', state: 'string', error: failure, startedAt: 'time', endedAt: 'time?' }],
    receipts: [{ status: 'string', at: 'time', error: failure, receivedAt: 'time' }],
    changes: [{ kind: 'string', by: 'string', emoji: 'string?', text: 'string?', at: 'time' }],
  },
  problem: { type: 'string', title: 'string', status: 'number', detail: 'string', code: 'string' },
  fieldErrors: [{ path: 'string', message: 'string', code: 'string' }],
} as const
