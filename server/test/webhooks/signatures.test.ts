import assert from 'node:assert/strict'
import { test } from 'node:test'
import { answered, envelope, message, openNumber, send, sign, verifyToken } from './number.ts'

test('all bad signatures and all unknown addresses are one answer, byte for byte, and store nothing', async (t) => {
  const { url, channel, post, kept, understands, ask, salon } = await openNumber(t)
  const body = envelope({ messages: [message({ text: { body: 'forged' } })] })
  const good = sign(body)
  const gone = await ask('POST', `/api/v1/w/${salon.slug}/channels`, {
    token: salon.tokens.owner,
    body: {
      ...{ kind: 'whatsapp_cloud', name: 'Gone' },
      settings: { phoneNumberId: '5', wabaId: '1', displayPhoneNumber: '+34 930 000 002' },
      credentials: { accessToken: 'a', appSecret: 'b', verifyToken: 'c' },
    },
  })
  await ask('DELETE', `/api/v1/w/${salon.slug}/channels/${gone.body.id}`, { token: salon.tokens.owner })

  const answers = [
    await post(body, { signature: null }),
    await post(body, { signature: '' }),
    await post(body, { signature: 'sha256=' }),
    await post(body, { signature: good.slice(0, -1) }),
    await post(body, { signature: `${good}0` }),
    await post(body, { signature: `${good}, ${good}` }),
    await post(body, { signature: good.replace('sha256', 'sha1') }),
    await post(body, { signature: `sha256=${'0'.repeat(64)}` }),
    await post(body, { signature: sign(body, 'another secret') }),
    await post(body, { signature: sign(body, '') }),
    // Signed once, changed or cut off afterwards.
    await post(body.slice(0, -20), { signature: good }),
    await post(`${body} `, { signature: good }),
    await post(JSON.stringify(JSON.parse(body), null, 1), { signature: good }),
    await post(body, { to: { id: '', key: 'k'.repeat(32) } }),
    await post(body, { to: { id: '', key: channel.key.slice(1) } }),
    await post(body, { to: { id: '', key: channel.key.toLowerCase() } }),
    await post(body, { to: { id: '', key: `' or 1=1; --` } }),
    await post(body, { to: gone.body, signature: sign(body, 'b') }),
    await send(`${url}/webhooks/whatsapp/${channel.key}?key=${channel.key}`, 'not even JSON', null),
  ]
  for (const answer of answers) assert.deepEqual(answer, answers[0])
  assert.deepEqual([answers[0]?.status, answers[0]?.text], [401, 'not accepted'])
  assert.deepEqual(await kept(), [])
  await understands('After all that')
})

test('more than Meta ever sends is refused before it is read, signed or not; the most it sends is stored', async (t) => {
  const { post, kept, understands, bugs } = await openNumber(t)
  const large = Buffer.alloc(4 * 1024 * 1024, 'x')
  const signed = await post(large)
  const unsigned = await post(large, { signature: null })
  assert.equal(signed.status, 413)
  assert.equal(JSON.parse(signed.text).code, 'body_too_large')
  assert.deepEqual(unsigned, signed)
  assert.deepEqual(await kept(), [])

  const most = Buffer.from(envelope({ messages: [message({ text: { body: 'x'.repeat(3_000_000) } })] }))
  assert.equal((await post(most)).status, 200)
  await understands('After the large ones')
  const [row] = await kept()
  assert.deepEqual([row?.body.equals(most), row?.taken], [true, true])
  assert.deepEqual(bugs, [])
})

test('the handshake answers the bare challenge to who knows the token, and one 403 to anybody else', async (t) => {
  const { url, channel } = await openNumber(t)
  const ask = async (query: Record<string, string>, key = channel.key) =>
    answered(await fetch(`${url}/webhooks/whatsapp/${key}?${new URLSearchParams(query)}`))
  const right = { 'hub.mode': 'subscribe', 'hub.verify_token': verifyToken, 'hub.challenge': '<b>115820</b>' }

  const given = await ask(right)
  assert.deepEqual([given.status, given.text], [200, '<b>115820</b>'])
  assert.match(given.headers['content-type'] ?? '', /^text\/plain/)
  assert.equal(given.headers['x-content-type-options'], 'nosniff', 'no browser takes it for a page')

  const { 'hub.challenge': _, ...without } = right
  const refused = [
    await ask({}),
    await ask(without),
    await ask({ ...right, 'hub.verify_token': 'wrong' }),
    await ask({ ...right, 'hub.verify_token': `${verifyToken}\u0000` }),
    await ask({ ...right, 'hub.verify_token': '' }),
    await ask({ ...right, 'hub.mode': 'unsubscribe' }),
    await ask(right, 'k'.repeat(32)),
    await ask(right, channel.id),
    await answered(await fetch(`${url}/webhooks/whatsapp/${channel.key}?hub.mode[]=subscribe&hub.verify_token[]=x`)),
  ]
  for (const answer of refused) assert.deepEqual(answer, refused[0])
  assert.deepEqual([refused[0]?.status, refused[0]?.text], [403, 'forbidden'])
})

test('other methods and other addresses below the webhook are nobody’s', async (t) => {
  const { url, channel } = await openNumber(t)
  const status = async (method: string, path: string) =>
    (await fetch(`${url}/webhooks/whatsapp${path}`, { method, ...(method === 'PUT' ? { body: '{}' } : {}) })).status
  assert.equal(await status('PUT', `/${channel.key}`), 404)
  assert.equal(await status('DELETE', `/${channel.key}`), 404)
  assert.equal(await status('POST', `/${channel.key}/more`), 404)
  assert.equal(await status('POST', `/${'k'.repeat(2_000)}`), 400)
  assert.equal(await status('POST', `/%00${channel.key}`), 400)
  assert.equal(await status('POST', '/%F0%28%8C%28'), 400)
})
