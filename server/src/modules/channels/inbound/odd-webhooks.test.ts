import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { world } from '../../../../world/world.ts'
import { connectNumber, envelope, text } from '../salon-number.testing.ts'

const cast = await world()
const samples = join(import.meta.dirname, '../../../../../../shared/fixtures/whatsapp')

test('every sample payload is accepted and stored, and its texts become messages', async (t) => {
  if (!existsSync(samples)) return t.skip(`there are no sample payloads at ${samples}`)
  for (const file of readdirSync(samples).filter((name) => name.endsWith('.json'))) {
    const { channel, post, take, messages } = await connectNumber(cast)
    const bytes = readFileSync(join(samples, file))
    assert.equal((await post(bytes)).status, 200, file)
    assert.equal(await take(), 1, file)

    const { items, rows } = await keptOf(channel.id)
    assert.deepEqual(
      rows.map(({ body }) => body),
      [bytes],
      file,
    )
    assert.ok(items.length > 0, file)
    const said = /"body": "(.*?)"/.exec(bytes.toString())?.[1]
    if (/_(text|forwarded)/.test(file))
      assert.deepEqual(
        messages.map(({ text: words }) => words),
        [said],
        file,
      )
  }
})

test('whatever Meta may send is stored and taken, and what can’t be understood is set aside', async () => {
  const deep = `${'['.repeat(50_000)}${']'.repeat(50_000)}`
  const oddities: [string | Buffer | object, number][] = [
    ['', 1],
    ['{"object":"whatsapp_business_account","entry":[{"id":"1","cha', 1],
    ['not json', 1],
    ['[]', 1],
    ['42', 1],
    ['null', 1],
    [deep, 1],
    [Buffer.from([0xff, 0xfe, 0x00, 0x80]), 1],
    [{ object: 'instagram', entry: [] }, 1],
    [{ object: 'whatsapp_business_account' }, 1],
    [{ entry: [null, { changes: null }, { changes: [null, {}, { field: 'messages', value: [] }] }] }, 5],
    [{ entry: [] }, 0],
    [envelope({}), 0],
    [envelope({ messages: {} }), 1],
    [envelope({ messages: [null, 1, 'x', [], {}] }), 5],
    [envelope({ messages: [{ id: 'x'.repeat(5_000), type: 'text' }] }), 1],
    [envelope({ messages: [text('nobody', { from: undefined })] }), 1],
    [envelope({ messages: [text('not a number', { from: 'abc' })] }), 1],
    [
      JSON.stringify(envelope({ messages: [text('deep'), { id: 'd', hole: 0 }] })).replace(
        '"hole":0',
        `"hole":${deep}`,
      ),
      1,
    ],
    [envelope({ statuses: [null, { status: 'sent' }, { id: { toString: 1 }, timestamp: { toString: 1 } }] }), 3],
    [envelope({ constructor: 1, brand_new: { toString: 1 } }, 'a_field_of_tomorrow'), 0],
    [envelope({ messages: [text('x', { type: 'constructor' }), text('y', { type: '__proto__' })] }), 0],
  ]
  for (const [payload, aside] of oddities) {
    const { channel, post, take } = await connectNumber(cast)
    assert.equal((await post(payload)).status, 200)
    assert.equal(await take(), 1)
    const { items } = await keptOf(channel.id)
    const why = items.flatMap(({ quarantinedBecause }) => quarantinedBecause ?? [])
    assert.equal(why.length, aside, `${JSON.stringify(payload).slice(0, 200)}: ${why}`)
  }
})

test('NUL, lone surrogates and invalid UTF-8 inside a text reach the inbox as the replacement character', async () => {
  const { post, take, messages } = await connectNumber(cast)
  const raw = JSON.stringify(envelope({ messages: [text('a-b-c')] }))
  await post(raw.replace('a-b-c', 'nul\\u0000 lone\\ud800 end'))
  const bytes = Buffer.from(JSON.stringify(envelope({ messages: [text('a~b')] })))
  bytes[bytes.indexOf('~')] = 0xff
  await post(bytes)
  await take()
  assert.deepEqual(messages.map(({ text: said }) => said).sort(), ['a\uFFFDb', 'nul\uFFFD lone\uFFFD end'])
})

test('what is not a message and not a receipt keeps its content', async () => {
  const { channel, post, take, messages, receipts } = await connectNumber(cast)
  await post(
    envelope({
      messages: [
        text('x', { type: 'edit', edit: { original_message_id: 'wamid.1' } }),
        text('x', { type: 'revoke', revoke: {} }),
        text('x', { group_id: 'g1' }),
      ],
      message_echoes: [{ id: 'wamid.echo', to: '34612345678', type: 'system', system: { body: 'somebody joined' } }],
      calls: [{ id: 'wacid.1', event: 'connect' }],
      user_preferences: [{ wa_id: '34612345678', category: 'marketing_messages', value: 'stop' }],
      statuses: [
        { id: 'wacid.1', type: 'call', status: 'RINGING' },
        { id: 'wamid.2', status: 'deleted' },
      ],
    }),
  )
  await take()
  const { items } = await keptOf(channel.id)
  assert.deepEqual(items.map(({ kind }) => kind).sort(), [
    ...['call', 'call_status', 'echo', 'edit', 'group_message', 'preference', 'revoke', 'status'],
  ])
  assert.ok(items.every(({ content, quarantinedBecause }) => content !== null && quarantinedBecause === null))
  assert.deepEqual([messages.length, receipts.length], [0, 0])
})

test('whoever stops or resumes marketing in WhatsApp stands so in the ledger, in whatever order it comes', async () => {
  const { channel, post, take } = await connectNumber(cast)
  const chose = (value: string, timestamp: number, detail?: string) => ({
    ...{ wa_id: '34612000999', category: 'marketing_messages', value, timestamp, detail },
  })
  const now = Math.floor(cast.context.clock.now().getTime() / 1000)
  const later = chose('resume', now - 10, 'User resumed marketing messages')
  await post(envelope({ user_preferences: [later, chose('stop', now - 20), chose('maybe', now - 5)] }))
  await take()
  const ledger = await cast.salon.as(cast.salon.owner, (tx) =>
    tx.db
      .selectFrom('contacts.consent')
      .select(['state', 'purpose', 'source', 'words'])
      .orderBy('at')
      .where(
        'contactId',
        'in',
        tx.db.selectFrom('contacts.identity').select('contactId').where('value', '=', '+34612000999'),
      )
      .execute(),
  )
  assert.deepEqual(
    ledger.map(({ state, purpose, source, words }) => [state, purpose, source, words]),
    [
      ['withdrawn', 'marketing', 'provider', 'WhatsApp: stop marketing messages'],
      ['granted', 'marketing', 'provider', 'User resumed marketing messages'],
    ],
  )
  const { items } = await keptOf(channel.id)
  assert.equal(items.length, 3)
})

function keptOf(channelId: string) {
  return cast.salon.as(cast.salon.owner, async (tx) => ({
    items: await tx.db.selectFrom('channels.inboundItem').selectAll().where('channelId', '=', channelId).execute(),
    rows: await tx.db.selectFrom('channels.inbound').selectAll().where('channelId', '=', channelId).execute(),
  }))
}
