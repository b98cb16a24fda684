import assert from 'node:assert/strict'
import { test } from 'node:test'
import { world } from '../../../world/world.ts'
import { change } from './change.ts'
import { remove } from './remove.ts'
import { connectNumber, door, envelope, postTo, sign, text, wish } from './salon-number.testing.ts'

const cast = await world()
const rowsOf = async (channelId: string) =>
  cast.salon.as(cast.salon.owner, (tx) =>
    tx.db.selectFrom('channels.inbound').selectAll().where('channelId', '=', channelId).execute(),
  )

test('the handshake gives the bare challenge to who knows the token, and one answer to everybody else', async () => {
  const { channel } = await connectNumber(cast)
  const right = {
    'hub.mode': 'subscribe',
    'hub.verify_token': wish.credentials.verifyToken,
    'hub.challenge': '1158201444',
  }
  const ask = (query: Record<string, string | undefined>, key = channel.key) =>
    door('GET').handle(cast.context, { address: '/', params: { key }, query, headers: {}, body: Buffer.alloc(0) })

  assert.deepEqual(await ask(right), { status: 200, type: 'text/plain; charset=utf-8', body: '1158201444' })
  const refused = await Promise.all([
    ask({ ...right, 'hub.verify_token': 'wrong' }),
    ask({ ...right, 'hub.verify_token': undefined }),
    ask({ ...right, 'hub.mode': 'unsubscribe' }),
    ask({ ...right, 'hub.challenge': undefined }),
    ask({}),
    ask(right, 'unknown-key-unknown-key-unknown-key'),
    ask(right, "' or 1=1 --"),
  ])
  for (const answer of refused)
    assert.deepEqual(answer, { status: 403, type: 'text/plain; charset=utf-8', body: 'forbidden' })
})

test('whatever is wrong with a signature, the answer is the same and nothing is stored', async () => {
  const { channel } = await connectNumber(cast)
  const gone = await connectNumber(cast)
  await cast.salon.as(cast.salon.owner, (tx) => remove(tx, cast.context, gone.channel.id))
  const body = Buffer.from(JSON.stringify(envelope({ messages: [text('hi')] })))
  const good = sign(body)
  const withHeader = (value: string) => postTo(cast, channel, body, { 'x-hub-signature-256': value })

  const answers = await Promise.all([
    postTo(cast, { key: 'k'.repeat(32) }, body),
    postTo(cast, { key: '' }, body),
    postTo(cast, gone.channel, body),
    postTo(cast, channel, body, {}),
    withHeader(''),
    withHeader('sha256='),
    withHeader(good.slice(0, -2)),
    withHeader(`${good}00`),
    withHeader(good.replace('sha256', 'sha1')),
    withHeader(good.slice(7)),
    withHeader(`sha256=${'0'.repeat(64)}`),
    withHeader(`sha256=${'z'.repeat(64)}`),
    withHeader(sign(body, 'another secret')),
    withHeader(sign(Buffer.concat([body, Buffer.from(' ')]))),
  ])
  for (const answer of answers)
    assert.deepEqual(answer, { status: 401, type: 'text/plain; charset=utf-8', body: 'not accepted' })
  assert.equal((await rowsOf(channel.id)).length, 0)
})

test('the signature counts for the very bytes, and these bytes are stored before the 200', async () => {
  const { channel, post } = await connectNumber(cast)
  const bytes = Buffer.concat([Buffer.from('{"a":"\\u00e4\\/","b":"'), Buffer.from([0xff, 0x00]), Buffer.from('"} ')])
  assert.equal((await post(bytes)).status, 200)
  const [row] = await rowsOf(channel.id)
  assert.deepEqual(row?.body, bytes)
})

test('without an overlap a new secret counts at once, and so does the end of the old one', async () => {
  const { channel, post } = await connectNumber(cast)
  assert.equal((await post({ one: 1 })).status, 200)
  await cast.salon.as(cast.salon.owner, (tx) =>
    change(tx, cast.context, channel.id, { credentials: { appSecret: 'new-secret' }, keepFormerSecretsFor: 0 }),
  )
  const body = Buffer.from('{"two":2}')
  assert.equal((await post(body)).status, 401)
  assert.equal((await post(body, { 'x-hub-signature-256': sign(body, 'new-secret') })).status, 200)
})

test('hundreds of webhooks at once, many of them the same, are each stored once', async () => {
  const { channel, post } = await connectNumber(cast)
  const answers = await Promise.all(Array.from({ length: 400 }, (_, index) => post({ number: index % 300 })))
  assert.ok(answers.every(({ status }) => status === 200))
  assert.equal((await rowsOf(channel.id)).length, 300)
})

test('when the database can’t store, every sender hears 503, and nothing is half written', async () => {
  const { channel, post } = await connectNumber(cast)
  const { ownerPool } = cast.context.database
  await ownerPool.query('alter function channels.store rename to stored_elsewhere')
  const answers = await Promise.all([post({ one: 1 }), post({ two: 2 })])
  assert.deepEqual(
    answers.map(({ status }) => status),
    [503, 503],
  )
  await ownerPool.query('alter function channels.stored_elsewhere rename to store')
  assert.equal((await post({ one: 1 })).status, 200)
  assert.equal((await rowsOf(channel.id)).length, 1)
})
