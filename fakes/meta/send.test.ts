import assert from 'node:assert/strict'
import test from 'node:test'
import { startFakeMeta } from './index.ts'
import { salon, startReceiver } from './receiver.testing.ts'
import type { FakeMetaOptions, Json } from './types.ts'

async function world(t: test.TestContext, options: FakeMetaOptions = {}) {
  const receiver = await startReceiver()
  const fake = await startFakeMeta(options)
  fake.addNumber({ ...salon, webhookUrl: receiver.url })
  t.after(async () => {
    await fake.close()
    await receiver.close()
  })
  const send = (body: Json, token = salon.accessToken, id = salon.phoneNumberId) =>
    call(`${fake.url}/v23.0/${id}/messages`, body, token)
  return { fake, receiver, send }
}

interface Answer {
  contacts: [Json]
  messages: [{ id: string }]
  error: { code: number; error_subcode?: number }
}

async function call(url: string, body: unknown, token: string) {
  const response = await fetch(url, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
  return { status: response.status, json: (await response.json()) as Answer }
}

const text = (to: string, body: string): Json => ({ messaging_product: 'whatsapp', to, type: 'text', text: { body } })

test('a good message is taken on and answered as Meta does', async (t) => {
  const { fake, send } = await world(t)
  const { status, json } = await send({
    ...text('+49 171 3920001', 'Hello Ana'),
    biz_opaque_callback_data: 'attempt-1',
  })

  assert.equal(status, 200)
  assert.deepEqual(json.contacts, [{ input: '+49 171 3920001', wa_id: '491713920001' }])
  assert.match(json.messages[0].id, /^wamid\./)
  assert.equal(fake.outbox.length, 1)
  assert.equal(fake.outbox[0]?.id, json.messages[0].id)
  assert.equal(fake.outbox[0]?.text, 'Hello Ana')
  assert.equal(fake.outbox[0]?.bizOpaqueCallbackData, 'attempt-1')
  assert.deepEqual(
    fake.calls.map(({ method, status: answered }) => [method, answered]),
    [['POST', 200]],
  )
})

test('numbers of Brazil, Mexico and Argentina come back as WhatsApp writes them', async (t) => {
  const { send } = await world(t)
  const spoken = { '5531988880103': '553188880103', '551188880103': '5511988880103', '525512345678': '5215512345678' }
  for (const [dialled, known] of Object.entries({ ...spoken, '541123456789': '5491123456789' })) {
    assert.equal((await send(text(dialled, 'Olá'))).json.contacts[0].wa_id, known)
  }
})

test('a wrong token is refused with 190, an unknown number with 100/33', async (t) => {
  const { fake, send } = await world(t)
  const stranger = await send(text('491713920001', 'Hi'), 'stolen')
  const elsewhere = await send(text('491713920001', 'Hi'), salon.accessToken, '42')

  assert.deepEqual([stranger.status, stranger.json.error.code], [401, 190])
  assert.deepEqual([elsewhere.status, elsewhere.json.error.code, elsewhere.json.error.error_subcode], [400, 100, 33])
  assert.equal(fake.outbox.length, 0)
})

test('what breaks a limit is refused with the code Meta uses', async (t) => {
  const { fake, send } = await world(t)
  const base = { messaging_product: 'whatsapp', to: '491713920001' }
  const buttons = (titles: string[], body = 'Which?') => ({
    ...base,
    type: 'interactive',
    interactive: {
      type: 'button',
      body: { text: body },
      action: { buttons: titles.map((title, id) => ({ type: 'reply', reply: { id: String(id), title } })) },
    },
  })
  const refused: [Json | string, number][] = [
    [{ ...text('491713920001', 'Hi'), messaging_product: 'sms' }, 100],
    [{ messaging_product: 'whatsapp', type: 'text', text: { body: 'Hi' } }, 100],
    [text('491713920001', ' '), 100],
    [text('491713920001', 'x'.repeat(4097)), 100],
    [text('nobody', 'Hi'), 131009],
    [text(salon.displayPhoneNumber, 'Hi'), 131021],
    [{ ...base, type: 'hologram', hologram: {} }, 100],
    [{ ...base, type: 'image', image: {} }, 131008],
    [buttons(['a', 'b', 'c', 'd']), 131009],
    [buttons(['a title of twenty-one!']), 131009],
    [buttons(['Yes'], 'x'.repeat(1025)), 131009],
    [{ ...base, type: 'template', template: { name: 'reminder' } }, 131008],
    ['{"messaging_product":', 100],
  ]
  for (const [body, code] of refused) {
    const { status, json } = await send(body as Json)
    assert.deepEqual([status, json.error.code], [400, code], JSON.stringify(body).slice(0, 120))
  }
  assert.equal(fake.outbox.length, 0)

  assert.equal((await send(text('491713920001', 'x'.repeat(4096)))).status, 200)
  assert.equal((await send(buttons(['Yes', 'No']))).status, 200)
})

test('every kind of message a business may send is taken on, and what breaks its limits is not', async (t) => {
  const { fake, send } = await world(t, { receipts: 'manual' })
  const message = (type: string, content: unknown, more: Json = {}) =>
    send({ messaging_product: 'whatsapp', to: '491713920001', type, [type]: content, ...more })
  const heard = await fake.customerSends({ phoneNumberId: salon.phoneNumberId, from: '491713920001', text: 'Hi' })
  const body = { text: 'Which?' }
  const list = (...sections: Json[]) => ({ type: 'list', body, action: { button: 'Choose', sections } })
  const link = (url: string) => ({
    type: 'cta_url',
    body,
    action: { name: 'cta_url', parameters: { display_text: 'See', url } },
  })
  const rows = (count: number) => Array.from({ length: count }, (_, no) => ({ id: String(no), title: `Row ${no}` }))
  const taken: [string, unknown, Json?][] = [
    ['interactive', list({ title: 'All', rows: rows(10) })],
    ['interactive', link('https://salon.example')],
    ['interactive', { type: 'location_request_message', body, action: { name: 'send_location' } }],
    ['location', { latitude: 52.5, longitude: 13.4, name: 'Salon Rosa' }],
    ['contacts', [{ name: { formatted_name: 'Mina', first_name: 'Mina' } }]],
    ['reaction', { message_id: heard.messageId, emoji: '👍' }],
    ['text', { body: 'That one' }, { context: { message_id: heard.messageId } }],
  ]
  for (const [type, content, more] of taken) {
    assert.equal((await message(type, content, more)).status, 200, JSON.stringify(content))
  }
  const refused: [string, unknown, Json?][] = [
    ['interactive', list({ rows: rows(11) })],
    ['interactive', list({ rows: rows(1) }, { title: 'Two', rows: [{ id: 'x', title: 'x' }] })],
    ['interactive', list({ rows: [...rows(1), ...rows(1)] })],
    ['interactive', link('salon.example')],
    ['location', { latitude: 91, longitude: 0 }],
    ['contacts', [{ name: { formatted_name: 'Mina' } }]],
    ['reaction', { emoji: '👍' }],
    ['text', { body: 'Hi' }, { context: {} }],
  ]
  for (const [type, content, more] of refused) {
    assert.equal((await message(type, content, more)).status, 400, JSON.stringify(content))
  }
})

test('a reaction stands on the customer’s own message and is only ever sent; elsewhere it fails afterwards', async (t) => {
  const { fake, receiver, send } = await world(t, { pace: { sent: 0, delivered: 0 } })
  const from = '491713920001'
  const heard = await fake.customerSends({ phoneNumberId: salon.phoneNumberId, from, text: 'Hi' })
  const react = (about: unknown, emoji: string) =>
    send({ messaging_product: 'whatsapp', to: from, type: 'reaction', reaction: { message_id: about, emoji } })
  const reactions = () => fake.chats.find(salon.phoneNumberId, from)?.messages[0]?.reactions

  await react(heard.messageId, '👍')
  assert.deepEqual(reactions(), { business: '👍' })
  await react(heard.messageId, '')
  assert.deepEqual(reactions(), {})
  assert.equal((await react('wamid.unknown', '👍')).status, 200)

  await fake.idle()
  const statuses = receiver.received.flatMap(({ raw }) => /"status":"(\w+)"/.exec(raw.toString())?.[1] ?? [])
  assert.deepEqual(statuses.sort(), ['failed', 'sent', 'sent'])
})

test('the number describes itself', async (t) => {
  const { fake } = await world(t)
  const response = await fetch(`${fake.url}/v23.0/${salon.phoneNumberId}?fields=verified_name`, {
    headers: { authorization: `Bearer ${salon.accessToken}` },
  })
  const body = (await response.json()) as Json
  assert.equal(body.verified_name, 'Salon Rosa')
  assert.equal(body.quality_rating, 'GREEN')
})

test('the account lists its numbers and is subscribed after a handshake', async (t) => {
  const { fake, receiver } = await world(t)
  const account = `${fake.url}/v23.0/${salon.wabaId}`
  const numbers = await fetch(`${account}/phone_numbers`, { headers: { authorization: `Bearer ${salon.accessToken}` } })
  assert.equal(((await numbers.json()) as { data: Json[] }).data[0]?.id, salon.phoneNumberId)

  const elsewhere = { override_callback_uri: `${receiver.url}/two`, verify_token: salon.verifyToken }
  const success: object = { success: true }
  assert.deepEqual((await call(`${account}/subscribed_apps`, {}, salon.accessToken)).json, success)
  assert.deepEqual((await call(`${account}/subscribed_apps`, elsewhere, salon.accessToken)).json, success)
  assert.equal(fake.numbers[0]?.webhookUrl, `${receiver.url}/two`)

  const guessed = await call(`${account}/subscribed_apps`, { ...elsewhere, verify_token: 'no' }, salon.accessToken)
  assert.deepEqual([guessed.status, guessed.json.error.code], [400, 2200])
  assert.equal((await call(`${account}/subscribed_apps`, {}, 'stolen')).json.error.code, 190)
})

test('a customer without a number is written to by user id', async (t) => {
  const { fake, send } = await world(t)
  await fake.customerSends({ phoneNumberId: salon.phoneNumberId, userId: 'DE.77', text: 'Hi' })
  const { json } = await send({
    messaging_product: 'whatsapp',
    recipient: 'DE.77',
    type: 'text',
    text: { body: 'Hello' },
  })
  assert.deepEqual(json.contacts, [{ input: 'DE.77', user_id: 'DE.77' }])
  assert.deepEqual(
    fake.chats.find(salon.phoneNumberId, 'DE.77')?.messages.map(({ side }) => side),
    ['customer', 'business'],
  )
})

test('a read mark turns this and earlier messages of the customer blue, with typing if asked', async (t) => {
  const { fake, send } = await world(t)
  const seen: string[] = []
  fake.on('read', ({ messageId }) => seen.push(messageId))
  fake.on('typing', ({ customer }) => seen.push(customer))
  await fake.customerSends({ phoneNumberId: salon.phoneNumberId, from: '491713920001', text: 'Hi' })
  const last = await fake.customerSends({ phoneNumberId: salon.phoneNumberId, from: '491713920001', text: 'There?' })

  const mark = { messaging_product: 'whatsapp', status: 'read', message_id: last.messageId }
  const { json } = await send({ ...mark, typing_indicator: { type: 'text' } })
  assert.deepEqual<object>(json, { success: true })
  assert.deepEqual(seen, [last.messageId, '491713920001'])
  const chat = fake.chats.find(salon.phoneNumberId, '491713920001')
  assert.deepEqual(
    chat?.messages.map(({ status }) => status),
    ['read', 'read'],
  )

  assert.equal((await send({ ...mark, message_id: 'wamid.unknown' })).json.error.code, 131009)
})
