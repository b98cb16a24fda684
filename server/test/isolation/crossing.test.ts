import assert from 'node:assert/strict'
import { createHmac } from 'node:crypto'
import { test } from 'node:test'
import { takeIn } from '#channels'
import { hands } from '#conversations'
import { addMember } from '#tenancy'
import { openEventStream } from '../../world/event-stream.ts'
import { fingerprint } from './fingerprint.ts'
import type { Planted } from './planted.ts'
import { stage } from './stage.ts'

test('a live stream carries nothing of another workspace, live or caught up, whatever place it names', async (t) => {
  const { url, ask, mine, theirs } = await stage(t)
  const listen = ({ desk }: Planted, headers: object = {}) =>
    openEventStream(t, `${url}/api/v1/w/${desk.slug}/stream`, {
      authorization: `Bearer ${desk.tokens.staff}`,
      ...headers,
    })
  const rename = ({ desk, contactId }: Planted, name: string) =>
    ask('PATCH', `/api/v1/w/${desk.slug}/contacts/${contactId}`, { token: desk.tokens.owner, body: { name } })
  const live = await listen(mine)
  const beginning = await listen(mine, { 'last-event-id': `1_${theirs.contactId}` })
  const heardThere = await listen(theirs)
  for (const stream of [live, beginning, heardThere]) await stream.next(({ event }) => event === 'ready')

  await rename(theirs, 'canary renamed')
  const there = await heardThere.next(({ event }) => event === 'fact')
  const place = await listen(mine, { 'last-event-id': there.id })
  await place.next(({ event }) => event === 'ready')
  await rename(mine, 'Ana')
  for (const stream of [live, beginning, place])
    await stream.next(({ event, data }) => event === 'fact' && data.subjectId === mine.contactId)

  for (const stream of [live, beginning, place]) {
    const said = JSON.stringify(stream.seen)
    assert.deepEqual(
      theirs.canaries.filter((canary) => said.includes(canary)),
      [],
    )
  }
})

test('a webhook belongs to the workspace whose address and secret it bears, whatever its body claims', async (t) => {
  const { url, context, mine, theirs, ownerUrl, ask } = await stage(t)
  const before = await fingerprint(ownerUrl, theirs.desk.tenantId)
  const status = { id: 'wamid.none', status: 'read', timestamp: seconds(), biz_opaque_callback_data: theirs.sentId }
  const claims = [
    envelope(theirs.phoneNumberId, { messages: [message('to the other number', 'wamid.claim1')] }),
    envelope(mine.phoneNumberId, { messages: [message('to my number', 'wamid.claim2')] }),
    // Receipts that name what the other workspace sent.
    envelope(theirs.phoneNumberId, { statuses: [{ ...status, id: providerId(theirs) }] }),
    envelope(mine.phoneNumberId, { statuses: [{ ...status, id: providerId(theirs) }, status] }),
    envelope(mine.phoneNumberId, {
      messages: [system({ type: 'user_changed_number', new_wa_id: '34699999999' }, theirs.phone.slice(1))],
    }),
  ]
  for (const claim of claims) {
    const body = JSON.stringify(claim)
    const headers = { 'x-hub-signature-256': `sha256=${createHmac('sha256', 'app-secret').update(body).digest('hex')}` }
    const answer = await fetch(`${url}/webhooks/whatsapp/${mine.channelKey}`, { method: 'POST', headers, body })
    assert.equal(answer.status, 200)
  }
  while ((await takeIn(context, hands)) > 0);

  assert.deepEqual(await fingerprint(ownerUrl, theirs.desk.tenantId), before)
  const heard = await ask('GET', `/api/v1/w/${mine.desk.slug}/messages`, { token: mine.desk.tokens.owner })
  const texts = heard.body.items.map(({ text }: { text: string }) => text)
  assert.ok(texts.includes('to my number'))
  assert.ok(texts.includes('to the other number'), 'it came under my channel’s signature, so it is mine')
})

test('an Idempotency-Key of another workspace gives none of its answers, and blocks nothing', async (t) => {
  const { ask, mine, theirs } = await stage(t)
  const post = ({ desk }: Planted, body: object, key = 'shared-key') =>
    ask('POST', `/api/v1/w/${desk.slug}/contacts`, {
      token: desk.tokens.owner,
      body,
      headers: { 'idempotency-key': key },
    })
  const first = await post(theirs, { name: 'canary secret' })
  const same = await post(mine, { name: 'canary secret' })
  const other = await post(mine, { name: 'Ben' }, 'their-key')
  await post(theirs, { name: 'canary two' }, 'their-key')

  assert.deepEqual([first.status, same.status, other.status], [201, 201, 201])
  assert.notEqual(same.body.id, first.body.id)
  assert.equal(same.headers.get('idempotent-replay'), null)
})

test('somebody who belongs to both workspaces keeps them apart, and their keys too', async (t) => {
  const { ask, mine, theirs } = await stage(t)
  const { actor } = mine.desk.owner
  const userId = actor.kind === 'member' ? actor.userId : ''
  await theirs.desk.as(theirs.desk.owner, (tx) => addMember(tx, { userId, role: 'staff' }))
  const token = mine.desk.tokens.owner
  const headers = { 'idempotency-key': 'one-for-both' }
  const create = (slug: string) => ask('POST', `/api/v1/w/${slug}/contacts`, { token, headers, body: { name: 'Ana' } })

  const [here, there] = [await create(mine.desk.slug), await create(theirs.desk.slug)]
  assert.deepEqual([here.status, there.status], [201, 201])
  assert.notEqual(here.body.id, there.body.id)
  const asked = (slug: string, path: string) => ask('GET', `/api/v1/w/${slug}${path}`, { token })
  assert.equal((await asked(theirs.desk.slug, `/conversations/${theirs.conversationId}`)).status, 200)
  assert.equal((await asked(mine.desk.slug, `/conversations/${theirs.conversationId}`)).status, 404)
  const renamed = await ask('PATCH', `/api/v1/w/${theirs.desk.slug}`, { token, body: { name: 'Mine now' } })
  assert.equal(renamed.status, 403, 'an owner here is no owner there')
})

test('two businesses may know the same person, and neither learns it', async (t) => {
  const { ask, mine, theirs, ownerUrl } = await stage(t)
  const before = await fingerprint(ownerUrl, theirs.desk.tenantId)
  const made = await ask('POST', `/api/v1/w/${mine.desk.slug}/contacts`, {
    token: mine.desk.tokens.owner,
    body: { name: 'Somebody', phone: theirs.phone, email: theirs.email },
  })
  assert.equal(made.status, 201)
  assert.doesNotMatch(JSON.stringify(made.body), /canary person/)
  assert.deepEqual(await fingerprint(ownerUrl, theirs.desk.tenantId), before)
})

function envelope(phoneNumberId: string, value: object): object {
  const metadata = { display_phone_number: '34930000000', phone_number_id: phoneNumberId }
  const change = { field: 'messages', value: { messaging_product: 'whatsapp', metadata, ...value } }
  return { object: 'whatsapp_business_account', entry: [{ id: '1', changes: [change] }] }
}

function message(body: string, id: string): object {
  return { from: '34611111111', id, timestamp: seconds(), type: 'text', text: { body } }
}

function system(content: object, from: string): object {
  return { from, id: `wamid.system${from}`, timestamp: seconds(), type: 'system', system: content }
}

function providerId({ canaries }: Planted): string {
  return canaries.find((canary) => canary.startsWith('wamid')) ?? ''
}

function seconds(): string {
  return String(Math.floor(Date.now() / 1_000))
}
