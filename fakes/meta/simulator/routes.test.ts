import assert from 'node:assert/strict'
import test from 'node:test'
import fastify from 'fastify'
import { simulatorRoutes, startFakeMeta } from '../index.ts'
import { salon, startReceiver } from '../receiver.testing.ts'

const rosa = salon.phoneNumberId

async function world(t: test.TestContext) {
  const receiver = await startReceiver()
  const fake = await startFakeMeta({ pace: { sent: 1, delivered: 2 } })
  fake.addNumber({ ...salon, webhookUrl: receiver.url })
  const app = fastify()
  await app.register(simulatorRoutes(fake), { prefix: '/simulator/api' })
  const url = await app.listen({ host: '127.0.0.1', port: 0 })
  t.after(async () => {
    await app.close()
    await fake.close()
    await receiver.close()
  })

  const ask = async (method: string, path: string, body?: unknown) => {
    const json =
      body === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
    const response = await fetch(`${url}/simulator/api${path}`, { method, ...json })
    const text = await response.text()
    return { status: response.status, type: response.headers.get('content-type'), json: text ? JSON.parse(text) : null }
  }
  const businessSends = async (message: object) => {
    const response = await fetch(`${fake.url}/v23.0/${rosa}/messages`, {
      method: 'POST',
      headers: { authorization: `Bearer ${salon.accessToken}`, 'content-type': 'application/json' },
      body: JSON.stringify({ messaging_product: 'whatsapp', to: '491713920001', ...message }),
    })
    const { messages } = (await response.json()) as { messages: [{ id: string }] }
    await fake.idle()
    return messages[0].id
  }
  return { fake, receiver, ask, businessSends, url }
}

test('the phone knows its businesses, people and samples, and no secret of theirs', async (t) => {
  const { ask } = await world(t)
  const { json } = await ask('GET', '/phone')
  assert.deepEqual(json.numbers, [{ phoneNumberId: rosa, name: 'Salon Rosa', displayPhoneNumber: '+49 30 55550123' }])
  assert.deepEqual(json.customers[0], { id: 'ana', name: 'Ana Keller', phone: '+491713920001' })
  assert.doesNotMatch(JSON.stringify(json), /secret|token/)
})

test('a message goes out signed, gets its ticks, and the answer is read when the chat is open', async (t) => {
  const { fake, receiver, ask, businessSends } = await world(t)
  const chat = `/customers/ana/chats/${rosa}`
  const sent = await ask('POST', `${chat}/messages`, { text: ' Are you open? ' })
  assert.equal(sent.status, 201)
  await fake.idle()
  assert.equal(receiver.received.length, 1)

  await businessSends({ type: 'text', text: { body: 'We are!' } })
  const [row] = (await ask('GET', '/customers/ana/chats')).json.items
  assert.deepEqual([row.name, row.unread, row.lastMessage.text], ['Salon Rosa', 1, 'We are!'])

  assert.equal((await ask('POST', `${chat}/read`)).status, 204)
  await fake.idle()
  const { messages } = (await ask('GET', chat)).json
  assert.deepEqual(
    messages.map(({ text, status }: { text: string; status: string }) => [text, status]),
    [
      ['Are you open?', 'delivered'],
      ['We are!', 'read'],
    ],
  )
})

test('samples, reactions, quoted answers and taps on buttons travel as their kinds', async (t) => {
  const { fake, receiver, ask, businessSends } = await world(t)
  const path = `/customers/ana/chats/${rosa}/messages`
  await ask('POST', path, { text: 'Hi' })
  const buttons = [{ type: 'reply', reply: { id: 'y', title: 'Yes' } }]
  const question = { type: 'button', body: { text: 'Confirm?' }, action: { buttons } }
  const messageId = await businessSends({ type: 'interactive', interactive: question })
  for (const wish of [
    { sample: 'location' },
    { reaction: { messageId, emoji: '👍' } },
    { choice: { messageId, id: 'y' } },
    { text: 'Sure', replyTo: messageId },
  ]) {
    assert.equal((await ask('POST', path, wish)).status, 201)
    await fake.idle()
  }

  const types = receiver.received.map(
    ({ raw }) => /"type":"(location|reaction|interactive|text)"/.exec(raw.toString())?.[1],
  )
  assert.deepEqual(types.slice(-4), ['location', 'reaction', 'interactive', 'text'])
  const { messages } = (await ask('GET', `/customers/ana/chats/${rosa}`)).json
  assert.equal(messages.find(({ id }: { id: string }) => id === messageId).reactions.customer, '👍')
  assert.equal(messages.at(-1).replyTo, messageId)
})

test('what fails never reaches the phone', async (t) => {
  const { ask, businessSends } = await world(t)
  await businessSends({ type: 'text', text: { body: 'Too late' } })
  assert.deepEqual((await ask('GET', `/customers/ana/chats/${rosa}`)).json.messages, [])
})

test('a new customer gets a phone; a taken number, however spelt, is refused', async (t) => {
  const { ask } = await world(t)
  const eva = await ask('POST', '/customers', { name: ' Eva ', phone: '+49 171 392 0055' })
  assert.deepEqual([eva.status, eva.json.name, eva.json.phone], [201, 'Eva', '+491713920055'])
  const camila = await ask('POST', '/customers', { name: 'C', phone: '+55 31 98888-0103' })
  assert.deepEqual([camila.status, camila.json.code], [409, 'number_taken'])
})

test('bad input is answered with a code and a sentence', async (t) => {
  const { ask, url } = await world(t)
  const chat = `/customers/ana/chats/${rosa}`
  const bad: [string, string, unknown, number, string][] = [
    ['POST', `${chat}/messages`, { text: '  ' }, 422, 'invalid_input'],
    ['POST', `${chat}/messages`, { text: 'x'.repeat(4097) }, 422, 'invalid_input'],
    ['POST', `${chat}/messages`, { sample: 'toString' }, 422, 'invalid_input'],
    ['POST', `${chat}/messages`, { reaction: { messageId: 'wamid.none', emoji: '👍' } }, 404, 'not_found'],
    ['POST', `/customers/ana/chats/42/messages`, { text: 'Hi' }, 404, 'not_found'],
    ['GET', '/customers/nobody/chats', undefined, 404, 'not_found'],
    ['POST', '/customers', { name: '', phone: '+491713920055' }, 422, 'invalid_input'],
    ['POST', '/customers', { name: 'Eva', phone: "'; drop table" }, 422, 'invalid_input'],
    ['POST', '/faults', { id: 'earthquake' }, 422, 'invalid_input'],
    ['POST', '/faults', { code: 'x' }, 422, 'invalid_input'],
    ['GET', '/nowhere', undefined, 404, 'not_found'],
  ]
  for (const [method, path, body, status, code] of bad) {
    const answer = await ask(method, path, body)
    assert.deepEqual([answer.status, answer.json.code], [status, code], `${method} ${path}`)
    assert.match(String(answer.type), /^application\/problem\+json/)
    assert.ok(answer.json.detail.endsWith('.'))
  }
  const torn = await fetch(`${url}/simulator/api${chat}/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"text":',
  })
  assert.equal(torn.status, 400)
})

test('faults are applied from the menu and cleared', async (t) => {
  const { fake, ask } = await world(t)
  assert.equal((await ask('POST', '/faults', { id: 'drop' })).status, 201)
  const { json } = await ask('POST', '/faults', { code: 131000 })
  assert.deepEqual(
    json.active.map(({ id, times }: { id: string; times: number }) => [id, times]),
    [
      ['drop', 1],
      [null, 1],
    ],
  )
  assert.equal((await ask('DELETE', '/faults')).status, 204)
  assert.deepEqual(fake.faults, [])
})

test('the live stream says what changed, and ends when the server closes', async (t) => {
  const { fake, url } = await world(t)
  const response = await fetch(`${url}/simulator/api/events`)
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
  assert.ok(reader)
  let text = ''
  const readUntil = async (wanted: string) => {
    while (!text.includes(wanted)) text += (await reader.read()).value ?? ''
  }
  await readUntil('event: ready')
  await fake.customerSends({ phoneNumberId: rosa, from: '491713920001', text: 'Hi' })
  await readUntil('event: webhooks')
  assert.match(text, /event: chat\ndata: \{"phoneNumberId":"100200300400500","customer":"491713920001"\}/)
})

test('webhooks are listed newest first with their answers', async (t) => {
  const { fake, ask } = await world(t)
  await fake.customerSends({ phoneNumberId: rosa, from: '491713920001', text: 'First' })
  await fake.customerSends({ phoneNumberId: rosa, from: '491713920001', text: 'Second' })
  const { items } = (await ask('GET', '/webhooks')).json
  assert.deepEqual(
    items.map(({ about, status }: { about: string; status: number }) => [about, status]),
    [
      ['Message: Second', 200],
      ['Message: First', 200],
    ],
  )
  assert.match(items[0].signature, /^sha256=[0-9a-f]{64}$/)
})

test('the customer edits and takes back what they wrote, and answers a request for a place', async (t) => {
  const { fake, receiver, ask, businessSends } = await world(t)
  const chat = `/customers/ana/chats/${rosa}`
  const write = (wish: object) => ask('POST', `${chat}/messages`, wish)
  const shown = async () => (await ask('GET', chat)).json.messages
  const { json: first } = await write({ text: 'At tem?' })
  await write({ edit: { messageId: first.id, text: 'At ten?' } })
  assert.deepEqual(
    (await shown()).map(({ text, edited }: { text: string; edited?: true }) => [text, edited]),
    [['At ten?', true]],
  )
  await write({ revoke: { messageId: first.id } })
  assert.deepEqual(
    (await shown()).map(({ text, revoked }: { text: string; revoked?: true }) => [text, revoked]),
    [[null, true]],
  )
  assert.equal((await write({ revoke: { messageId: first.id } })).status, 404, 'it is gone already')

  const asked = await businessSends({
    type: 'interactive',
    interactive: { type: 'location_request_message', body: { text: 'Where?' }, action: { name: 'send_location' } },
  })
  assert.equal((await write({ edit: { messageId: asked, text: 'Mine now' } })).status, 404, 'it is not the customer’s')
  await write({ choice: { messageId: asked, id: 'send_location' } })
  await fake.idle()
  const told = receiver.received.flatMap(({ raw }) => /"type":"(edit|revoke|location)"/.exec(raw.toString())?.[1] ?? [])
  assert.deepEqual(told, ['edit', 'revoke', 'location'])
})
