import assert from 'node:assert/strict'
import { test } from 'node:test'
import { envelope, message, openNumber } from './number.ts'
import { oddities } from './oddities.ts'

test('whatever Meta signs is answered 200, kept byte for byte, and becomes what it can become', async (t) => {
  const number = await openNumber(t)
  for (const { name, body } of oddities) {
    const answer = await number.post(body)
    assert.deepEqual([answer.status, answer.text], [200, 'stored'], name)
  }
  await number.understands('A good one right after')

  const kept = await number.kept()
  assert.equal(kept.length, oddities.length + 1)
  const { token, base } = { token: number.salon.tokens.owner, base: `/api/v1/w/${number.salon.slug}` }
  const heard: (string | null)[] = []
  for (let cursor = ''; ; ) {
    const { body } = await number.ask('GET', `${base}/messages?limit=100${cursor}`, { token })
    heard.unshift(...body.items.map(({ text }: { text: string | null }) => text).reverse())
    if (!body.nextCursor) break
    cursor = `&cursor=${body.nextCursor}`
  }
  for (const [at, { name, body, says, aside }] of oddities.entries()) {
    const row = kept[at]
    assert.ok(row?.body.equals(Buffer.from(body)), `${name}: the bytes that came`)
    assert.equal(row?.taken, true, name)
    assert.equal(row?.aside.length, aside, `${name}: ${row?.aside}`)
    for (const text of says) assert.ok(heard.includes(text), `${name}: ${text}`)
  }
  assert.deepEqual(heard.toSorted(), [...oddities.flatMap(({ says }) => says), 'A good one right after'].toSorted())

  // Nothing of it trips a list, a thread or a person's page.
  const { body: conversations } = await number.ask('GET', `${base}/conversations`, { token })
  for (const { id, contact } of conversations.items) {
    for (const path of [`/conversations/${id}`, `/conversations/${id}/messages?limit=100`, `/contacts/${contact.id}`])
      assert.equal((await number.ask('GET', base + path, { token })).status, 200, path)
  }
  assert.equal(({} as Record<string, unknown>).polluted, undefined)
  assert.deepEqual(number.bugs, [])
})

test('the same webhook fifty times in parallel is one message and one unread', async (t) => {
  const number = await openNumber(t)
  const body = envelope({ messages: [message({ text: { body: 'Only once' } })] })
  const answers = await Promise.all(Array.from({ length: 50 }, () => number.post(body)))
  assert.ok(answers.every(({ status }) => status === 200))
  await number.understands('And another')

  assert.deepEqual(await number.texts(), ['And another', 'Only once'])
  assert.equal((await number.kept()).length, 2)
  const { body: conversations } = await number.ask('GET', `/api/v1/w/${number.salon.slug}/conversations`, {
    token: number.salon.tokens.owner,
  })
  assert.deepEqual(
    conversations.items.map(({ unreadCount }: { unreadCount: number }) => unreadCount),
    [2],
  )
})

test('ten thousand items in one body are ten thousand items, and the next webhook is understood', async (t) => {
  const number = await openNumber(t)
  const timestamp = '1772440000'
  const statuses = Array.from({ length: 9_500 }, (_, at) => ({
    ...{ id: `wamid.many${at}`, timestamp },
    // Words nobody knows yet are kept; receipts for messages nobody sent are parked.
    status: at < 9_000 ? 'admired' : 'read',
  }))
  const messages = Array.from({ length: 500 }, (_, at) => message({ text: { body: `Many ${at}` } }))
  const body = envelope({ statuses, messages })
  assert.ok(body.length < 3 * 1024 * 1024)
  assert.equal((await number.post(body)).status, 200)
  await number.understands('After ten thousand')

  const counted = await number.salon.as(number.salon.owner, async (tx) => ({
    items: await tx.db.selectFrom('channels.inboundItem').select('kind').execute(),
    messages: await tx.db.selectFrom('conversations.message').select('id').execute(),
    parked: await tx.db.selectFrom('conversations.receipt').select('id').where('attemptId', 'is', null).execute(),
  }))
  assert.deepEqual([counted.items.length, counted.messages.length, counted.parked.length], [10_001, 501, 500])
  assert.deepEqual(number.bugs, [])
})
