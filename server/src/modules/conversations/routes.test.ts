import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { type FakeMeta, startFakeMeta } from '@frontdesk/fakes/meta'
import { newId } from '#lib/id'
import { type Answered, type Served, serve } from '../../../world/serve.ts'

const number = { phoneNumberId: '15550001', wabaId: '1', displayPhoneNumber: '+34 931 555 000' }
const credentials = { accessToken: 'token', appSecret: 'secret', verifyToken: 'verify' }
const customer = '34600000001'

test('a customer writes, staff answer, and the receipts arrive: all of it over HTTP', async (t) => {
  const { desk, meta, salon } = await open(t)
  const token = salon.tokens.staff
  await meta.customerSends({ phoneNumberId: number.phoneNumberId, from: customer, name: 'Ana', text: 'Is ten free?' })
  const { items } = await until(
    () => desk('GET', '/conversations', { token }),
    ({ items }) => items.length === 1,
  )
  const [conversation] = items
  assert.deepEqual([conversation.contact.name, conversation.unreadCount], ['Ana', 1])
  assert.deepEqual([conversation.lastMessage.text, conversation.window.open], ['Is ten free?', true])

  const path = `/conversations/${conversation.id}/messages`
  const headers = { 'idempotency-key': 'one' }
  const first = await desk('POST', path, { token, headers, body: { text: 'Ten is free.' } })
  const again = await desk('POST', path, { token, headers, body: { text: 'Ten is free.' } })
  assert.deepEqual([first.status, again.status, again.body.id], [201, 201, first.body.id])

  const thread = () => desk('GET', path, { token })
  await until(thread, ({ items }) => items[0].status === 'delivered')
  await meta.customerReads(number.phoneNumberId, customer)
  await until(thread, ({ items }) => items[0].status === 'read')
  assert.deepEqual(
    meta.outbox.map(({ text }) => text),
    ['Ten is free.'],
  )

  assert.equal((await desk('POST', `/conversations/${conversation.id}/typing`, { token })).status, 204)
  assert.equal((await desk('POST', `/conversations/${conversation.id}/read`, { token })).status, 204)
  await until(
    async () => ({ status: 200, body: meta.chats.find(number.phoneNumberId, customer) }) as Answered,
    ({ messages }) => messages[0].status === 'read',
  )
  const timeline = await desk('GET', `/messages/${first.body.id}/timeline`, { token })
  assert.deepEqual(timeline.body.receipts.map(({ status }: { status: string }) => status).sort(), [
    'delivered',
    'read',
    'sent',
  ])
})

test('what can’t be right is refused in words, field by field', async (t) => {
  const { desk, meta, salon, clinic, ask } = await open(t)
  const token = salon.tokens.staff
  await meta.customerSends({ phoneNumberId: number.phoneNumberId, from: customer, text: 'Hi' })
  const { items } = await until(
    () => desk('GET', '/conversations', { token }),
    ({ items }) => items.length === 1,
  )
  const one = `/conversations/${items[0].id}`
  const refusal = async (method: string, path: string, body?: unknown) => {
    const answered = await desk(method, path, { token, body })
    return [answered.status, answered.body.code]
  }

  assert.deepEqual(await refusal('POST', `${one}/messages`, { text: 'x'.repeat(100_000) }), [422, 'text_too_long'])
  assert.deepEqual(await refusal('POST', `${one}/messages`, { text: ' ' }), [422, 'invalid_input'])
  assert.deepEqual(await refusal('POST', `${one}/messages`, { text: 'Hi', channelId: newId() }), [404, 'not_found'])
  assert.deepEqual(await refusal('PATCH', one, { status: 'gone' }), [422, 'invalid_input'])
  assert.deepEqual(await refusal('PATCH', one, { labels: ['x'.repeat(41)] }), [422, 'invalid_input'])
  assert.deepEqual(await refusal('PATCH', one, { labels: Array(21).fill('x') }), [422, 'invalid_input'])
  assert.deepEqual(await refusal('GET', '/conversations?cursor=nonsense'), [422, 'invalid_input'])
  for (const body of [{ text: ' ' }, {}, { text: 5 }, { text: 'x'.repeat(10_001) }, []]) {
    assert.deepEqual(await refusal('POST', `${one}/notes`, body), [422, 'invalid_input'])
  }
  assert.deepEqual(await refusal('POST', `/conversations/${newId()}/notes`, { text: 'x' }), [404, 'not_found'])
  for (const q of ['', '?q=', '?q=%20', `?q=${'x'.repeat(10_000)}`, '?q=x&cursor=nonsense', '?q=x&limit=0']) {
    assert.deepEqual(await refusal('GET', `/search${q}`), [422, 'invalid_input'], q.slice(0, 20))
  }
  assert.deepEqual(await refusal('GET', `/search?q=${encodeURIComponent("the ' & | !(:* \\ %_")}`), [200, undefined])
  const ids = [items[0].id]
  const bulk = [
    ...[{ ids: [], act: { kind: 'read' } }, { ids: Array(101).fill(newId()), act: { kind: 'read' } }, { ids }],
    ...[
      { ids: ['x'], act: { kind: 'read' } },
      { ids, act: { kind: 'delete' } },
      { ids, act: { kind: 'snooze' } },
    ],
    ...[
      { ids, act: { kind: 'label', add: ['x'.repeat(41)] } },
      { ids, act: { kind: 'snooze', until: 'soon' } },
    ],
  ]
  for (const body of bulk) {
    assert.deepEqual(await refusal('POST', '/conversations/bulk', body), [422, 'invalid_input'], JSON.stringify(body))
  }
  const views = [{ filter: { unread: true } }, { name: ' ', filter: { unread: true } }, { name: 'x', filter: {} }]
  for (const body of [...views, { name: 'x', filter: { assignee: 'everybody' } }]) {
    assert.deepEqual(await refusal('POST', '/views', body), [422, 'invalid_input'], JSON.stringify(body))
  }
  for (const query of ['label=', 'channelId=x', 'waiting=maybe', 'assignee=x', `label=${'x'.repeat(41)}`]) {
    assert.deepEqual(await refusal('GET', `/conversations?${query}`), [422, 'invalid_input'], query)
  }
  assert.deepEqual(await refusal('GET', '/conversations?label=a&label=b&waiting=true'), [200, undefined])
  assert.deepEqual(await refusal('GET', '/messages?status=gone'), [422, 'invalid_input'])
  assert.deepEqual(await refusal('GET', `/conversations/${newId()}`), [404, 'not_found'])
  const foreign = await ask('GET', `/api/v1/w/${clinic.slug}${one}`, { token: clinic.tokens.owner })
  assert.deepEqual([foreign.status, foreign.body.code], [404, 'not_found'])
})

type Ask = Served['ask']

/** Salon Rosa served over HTTP with a worker, its number connected to a fake that sends receipts by itself. */
async function open(t: TestContext): Promise<Served & { desk: Ask; meta: FakeMeta }> {
  const meta = await startFakeMeta({ pace: { sent: 5, delivered: 15 } })
  t.after(() => meta.close())
  const served = await serve(t, { trustedUrls: [meta.url] })
  const desk: Ask = (method, path, options) => served.ask(method, `/api/v1/w/${served.salon.slug}${path}`, options)

  const body = { kind: 'whatsapp_cloud', name: 'Front', settings: { ...number, apiUrl: meta.url }, credentials }
  const channel = await desk('POST', '/channels', { token: served.salon.tokens.owner, body })
  assert.equal(channel.status, 201)
  const webhookUrl = `${served.url}/webhooks/whatsapp/${channel.body.key}`
  meta.addNumber({ ...number, ...credentials, name: 'Salon Rosa', webhookUrl })
  return { ...served, desk, meta }
}

/** Asks until the answer is as expected; gives up after ten seconds. */
// biome-ignore lint/suspicious/noExplicitAny: a test looks into answers of every shape
async function until(ask: () => Promise<Answered>, isSo: (body: any) => boolean): Promise<any> {
  const deadline = Date.now() + 10_000
  for (;;) {
    const { body } = await ask()
    if (isSo(body)) return body
    if (Date.now() > deadline) assert.fail(`still ${JSON.stringify(body)}`)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}
