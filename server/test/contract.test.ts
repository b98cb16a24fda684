import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openEventStream } from '../world/event-stream.ts'
import { outsider } from './contract-outsider.ts'
import { assertShape, shapes } from './contract-shapes.ts'

test('from signing up to a read answer, every documented shape is what it says', async (t) => {
  const { ask, api, connect, until, meta, url, token } = await outsider(t)
  const installation = (await ask('GET', '/api/v1/installation')).body
  assertShape(installation, { demo: 'boolean', simulator: 'boolean', signUp: 'string', signInWith: 'string?' })
  const me = (await ask('GET', '/api/v1/me', { token })).body
  assertShape(me, shapes.me)
  assert.deepEqual([me.user.email, me.workspaces[0].role], ['mia@bakery.test', 'owner'])
  const signedIn = await ask('POST', '/api/v1/auth/sign-in', {
    body: { email: 'mia@bakery.test', password: 'long enough' },
  })
  assert.equal(signedIn.status, 200)
  assertShape(signedIn.body, { token: 'string', user: shapes.user })
  assert.match(signedIn.headers.getSetCookie().join(), /HttpOnly/)

  const workspace = (await api('GET', '')).body
  assertShape(workspace, shapes.workspace)
  const renamed = await api('PATCH', '', { name: 'The Corner Bakery' })
  assert.deepEqual([renamed.status, renamed.body.name], [200, 'The Corner Bakery'])
  const [member] = (await api('GET', '/members')).body.items
  assertShape(member, shapes.member)

  const channel = await connect('15551111')
  assertShape(channel, shapes.channel)
  assert.doesNotMatch(JSON.stringify(channel), /an-access-token|an-app-secret|a-verify-token/)
  assert.deepEqual((await api('GET', '/channels')).body.items, [channel])

  const stream = await openEventStream(t, `${url}/api/v1/w/bakery-at-the-corner/stream`, {
    authorization: `Bearer ${token}`,
  })
  const ready = await stream.next(() => true)
  assert.deepEqual([ready.event, ready.data, ready.id.length > 0], ['ready', {}, true])
  await meta.customerSends({ phoneNumberId: '15551111', from: '34611222333', name: 'Ana', text: 'Is there rye bread?' })
  const fact = await stream.next(({ data }) => data.name === 'conversations.message_received')
  assert.deepEqual(Object.keys(fact.data).sort(), [
    'actor',
    'at',
    'contactId',
    'conversationId',
    'details',
    'name',
    'subjectId',
  ])

  const { items, nextCursor } = (await api('GET', '/conversations')).body
  assert.equal(nextCursor, null)
  const [conversation] = items
  assertShape(conversation, shapes.conversation)
  assert.deepEqual([conversation.contact.name, conversation.contact.phone], ['Ana', '+34611222333'])
  assert.deepEqual([conversation.unreadCount, conversation.window.open, conversation.status], [1, true, 'open'])
  const contact = (await api('GET', `/contacts/${conversation.contact.id}`)).body
  assertShape(contact, shapes.contact)
  const counts = (await api('GET', '/conversations/counts')).body
  assert.deepEqual(counts, {
    open: 1,
    pending: 0,
    snoozed: 0,
    resolved: 0,
    unread: 1,
    mine: 0,
    unassigned: 1,
    handoffs: 0,
  })

  const read = await api('POST', `/conversations/${conversation.id}/read`)
  assert.deepEqual([read.status, read.body], [204, ''])
  const typing = await api('POST', `/conversations/${conversation.id}/typing`)
  assert.deepEqual([typing.status, typing.body], [204, ''])
  const answer = await api(
    'POST',
    `/conversations/${conversation.id}/messages`,
    { text: 'Fresh since six.' },
    { 'idempotency-key': 'a-1' },
  )
  assert.equal(answer.status, 201)
  assertShape(answer.body, shapes.message)
  assert.deepEqual([answer.body.direction, answer.body.status, answer.body.senderId], ['outbound', 'queued', member.id])
  const again = await api(
    'POST',
    `/conversations/${conversation.id}/messages`,
    { text: 'Fresh since six.' },
    { 'idempotency-key': 'a-1' },
  )
  assert.deepEqual(again.body, answer.body)

  const stands = (status: string) =>
    until(async () => {
      const { body } = await api('GET', `/conversations/${conversation.id}/messages`)
      return body.items.find(
        (each: { id: string; status: string }) => each.id === answer.body.id && each.status === status,
      )
    })
  await stands('delivered')
  await meta.customerReads('15551111', '34611222333')
  const seen = await stands('read')
  assertShape(seen, shapes.message)
  assert.ok(seen.sentAt <= seen.deliveredAt && seen.deliveredAt <= seen.readAt)
  assert.equal(meta.outbox.length, 1)

  const timeline = (await api('GET', `/messages/${answer.body.id}/timeline`)).body
  assertShape(timeline, shapes.timeline)
  assert.deepEqual(timeline.receipts.map(({ status }: { status: string }) => status).sort(), [
    'delivered',
    'read',
    'sent',
  ])
  const filed = await api('PATCH', `/conversations/${conversation.id}`, {
    status: 'resolved',
    assigneeId: member.id,
    labels: ['bread'],
  })
  assertShape(filed.body, shapes.conversation)
  assert.deepEqual(
    [filed.body.status, filed.body.assignee, filed.body.labels],
    ['resolved', { id: member.id, name: 'Mia' }, ['bread']],
  )
  assert.equal((await api('DELETE', `/channels/${channel.id}`)).status, 204)
  assert.equal((await api('GET', `/channels/${channel.id}`)).status, 404)
})

test('every refusal is problem+json with a code and a sentence', async (t) => {
  const { ask, api, connect, until, meta, token } = await outsider(t)
  await connect('15551111')
  await meta.customerSends({ phoneNumberId: '15551111', from: '34611222333', text: 'Hello' })
  const { id } = await until(async () => (await api('GET', '/conversations')).body.items[0])
  const nobody = '01890000-0000-7000-8000-000000000000'
  const workspace = { name: 'B', timezone: 'Europe/Madrid', currency: 'EUR', country: 'ES' }
  const reply = (body: unknown, headers?: Record<string, string>) =>
    api('POST', `/conversations/${id}/messages`, body, headers)
  await reply({ text: 'one' }, { 'idempotency-key': 'used' })

  const refusals: readonly [Promise<Awaited<ReturnType<typeof ask>>>, number, string, path?: string][] = [
    [ask('GET', '/api/v1/me'), 401, 'not_signed_in'],
    [
      ask('POST', '/api/v1/auth/sign-in', { body: { email: 'mia@bakery.test', password: 'x' } }),
      401,
      'wrong_credentials',
    ],
    [
      ask('POST', '/api/v1/auth/sign-up', { body: { name: 'M', email: 'mia@bakery.test', password: 'long enough' } }),
      409,
      'email_taken',
      'email',
    ],
    [
      ask('POST', '/api/v1/workspaces', { token, body: { ...workspace, slug: 'salon-rosa' } }),
      409,
      'slug_taken',
      'slug',
    ],
    [ask('POST', '/api/v1/workspaces', { token, body: { ...workspace, slug: 'api' } }), 422, 'invalid_input', 'slug'],
    [
      ask('POST', '/api/v1/workspaces', { token, body: { ...workspace, timezone: 'Mars/Base' } }),
      422,
      'invalid_input',
      'timezone',
    ],
    [ask('GET', '/api/v1/w/salon-rosa/contacts', { token }), 404, 'not_found'],
    [api('GET', '/nowhere'), 404, 'not_found'],
    [api('GET', `/conversations/${nobody}`), 404, 'not_found'],
    [api('GET', '/conversations/7'), 422, 'invalid_input', 'id'],
    [api('GET', '/conversations?status=lost'), 422, 'invalid_input', 'status'],
    [api('GET', '/conversations?limit=101'), 422, 'invalid_input', 'limit'],
    [api('GET', '/conversations?cursor=e30'), 422, 'invalid_input', 'cursor'],
    [api('GET', '/messages?from=yesterday'), 422, 'invalid_input', 'from'],
    [api('PATCH', `/conversations/${id}`, { assigneeId: nobody }), 422, 'invalid_input', 'assigneeId'],
    [api('PATCH', `/conversations/${id}`, { labels: [''] }), 422, 'invalid_input', 'labels.0'],
    [reply({ text: '' }), 422, 'invalid_input', 'text'],
    [reply({ text: '   ' }), 422, 'invalid_input', 'text'],
    [reply({}), 422, 'invalid_input', 'text'],
    [reply({ text: 7 }), 422, 'invalid_input', 'text'],
    [reply({ text: 'x'.repeat(4_097) }), 422, 'text_too_long', 'text'],
    [reply({ text: 'x'.repeat(100_000) }), 422, 'text_too_long', 'text'],
    [reply({ text: 'x'.repeat(2_000_000) }), 413, 'body_too_large'],
    [reply({ text: 'x', channelId: nobody }), 404, 'not_found'],
    [reply({ text: 'two' }, { 'idempotency-key': 'used' }), 422, 'idempotency_key_reused'],
    [api('POST', '/channels', { kind: 'pigeon' }), 422, 'invalid_input', 'kind'],
    [api('POST', '/contacts', { phone: '12' }), 422, 'invalid_input', 'phone'],
    [api('POST', '/contacts', {}), 422, 'invalid_input', 'name'],
    [api('POST', '/contacts', { phone: '+34611222333' }), 422, 'invalid_input', 'phone'],
  ]
  for (const [asked, status, code, path] of refusals) {
    const { body, headers, ...answer } = await asked
    const what = JSON.stringify(body)
    assert.deepEqual([answer.status, body.code], [status, code], what)
    assert.equal(headers.get('content-type'), 'application/problem+json', what)
    assertShape(body, { ...shapes.problem, ...(path ? { errors: shapes.fieldErrors } : {}) })
    assert.equal(body.status, status, what)
    if (path)
      assert.ok(
        body.errors.some((error: { path: string }) => error.path === path),
        what,
      )
    assert.doesNotMatch(what, /node_modules|\.ts:|select |violates|Error:/)
  }
  assert.equal(meta.outbox.length <= 1, true, 'what is refused reaches nobody')
})

test('SQL in every string is text, wherever it goes', async (t) => {
  const { api, connect, until, meta } = await outsider(t)
  await connect('15551111')
  const sql = `'); drop table contacts.contact; select ('\\"%_$1`
  await meta.customerSends({ phoneNumberId: '15551111', from: '34611222333', name: sql, text: sql })
  const found = await until(async () => (await api('GET', '/conversations')).body.items[0])
  assert.deepEqual([found.contact.name, found.lastMessage.text], [sql, sql])
  const { body: sent } = await api(
    'POST',
    `/conversations/${found.id}/messages`,
    { text: sql },
    { 'idempotency-key': sql },
  )
  assert.equal(sent.text, sql)
  await until(async () => meta.outbox.find(({ text }) => text === sql))
  const { body: labelled } = await api('PATCH', `/conversations/${found.id}`, { labels: [sql.slice(0, 40)] })
  assert.deepEqual(labelled.labels, [sql.slice(0, 40).trim()])
  assert.equal((await api('PATCH', '', { name: sql })).body.name, sql)
  assert.equal((await api('POST', '/contacts', { name: sql })).body.name, sql)

  const q = encodeURIComponent(sql)
  assert.equal((await api('GET', `/contacts?q=${q}`)).body.items.length, 2)
  assert.equal((await api('GET', `/conversations?q=${q}`)).body.items.length, 1)
  for (const path of [
    `/conversations?status=${q}`,
    `/conversations?assignee=${q}`,
    `/messages?channelId=${q}`,
    `/messages?from=${q}`,
  ])
    assert.equal((await api('GET', path)).status, 422, path)
  for (const path of [`/contacts?cursor=${q}`, `/contacts?limit=${q}`, `/contacts/${q}`, `/messages/${q}/timeline`])
    assert.equal((await api('GET', path)).status, 422, path)
})
