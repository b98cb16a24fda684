import assert from 'node:assert/strict'
import { test } from 'node:test'
import { startFakeMeta } from '@frontdesk/fakes/meta'
import { InvalidInput, NotFound, Refusal } from '#lib/refusal'
import type { Tx } from '#lib/tx'
import { world } from '../../../world/world.ts'
import { change } from './change.ts'
import { type ChannelChange, NewChannel } from './channel.ts'
import { checkChannel } from './check.ts'
import { connect, noteSendError, openForSending } from './index.ts'
import { getChannel, listChannels } from './queries.ts'
import { remove } from './remove.ts'
import { wish } from './salon-number.testing.ts'

const fake = await startFakeMeta({ receipts: 'manual' })
const cast = await world(undefined, { trustedUrls: [fake.url], pace: { sendTimeout: 500 } })
test.after(() => fake.close())

const { context, salon } = cast
const asOwner = <T>(act: (tx: Tx) => Promise<T>) => salon.as(salon.owner, act)
let numbers = 0
/** Each its own number, as Meta has it. */
const connected = (changes: object = {}) => {
  numbers++
  const settings = { ...wish.settings, phoneNumberId: `11223344556${numbers}` }
  fake.addNumber({ ...settings, ...wish.credentials, name: 'Salon Rosa', webhookUrl: 'http://127.0.0.1:1' })
  return asOwner((tx) => connect(tx, context, { ...wish, settings: { ...settings, apiUrl: fake.url, ...changes } }))
}
const alter = (id: string, to: ChannelChange) => asOwner((tx) => change(tx, context, id, to))
const look = (id: string) => asOwner((tx) => getChannel(tx, context, id))
const check = (channelId: string) => checkChannel.run(context, salon.tenantId, { channelId })
const factsAbout = (subjectId: string) =>
  asOwner((tx) =>
    tx.db
      .selectFrom('facts.fact')
      .select(['name', 'details'])
      .where('subjectId', '=', subjectId)
      .orderBy('id')
      .execute(),
  )

test('a channel connects, is checked, and never shows its credentials', async () => {
  const made = await connected()
  assert.equal(made.status, 'connecting')
  assert.match(made.key, /^[\w-]{32}$/)
  assert.equal(made.webhookUrl, `${context.publicUrl}/webhooks/whatsapp/${made.key}`)

  await check(made.id)
  const channel = await look(made.id)
  assert.deepEqual([channel.status, channel.statusReason], ['connected', null])
  const shown = JSON.stringify([channel, await factsAbout(made.id)])
  const row = await asOwner((tx) =>
    tx.db.selectFrom('channels.channel').selectAll().where('id', '=', made.id).execute(),
  )
  for (const secret of Object.values(wish.credentials)) assert.ok(!(shown + JSON.stringify(row)).includes(secret))
  assert.deepEqual(
    (await factsAbout(made.id)).map(({ name }) => name),
    ['channels.connected', 'channels.health_changed', 'channels.status_changed'],
  )
})

test('a wrong token needs a new one; with it the channel works again', async () => {
  const { id, settings } = await connected()
  await alter(id, { credentials: { accessToken: 'wrong' } })
  await check(id)
  assert.deepEqual([(await look(id)).status, (await look(id)).statusReason?.code], ['reauth_required', 'token_invalid'])
  const refused = await asOwner((tx) => openForSending(tx, context, id))
  assert.equal(!refused.ready && refused.why.code, 'token_invalid')

  assert.equal((await alter(id, { credentials: { accessToken: wish.credentials.accessToken } })).status, 'connecting')
  await check(id)
  const ready = await asOwner((tx) => openForSending(tx, context, id))
  assert.deepEqual(ready.ready && { ...ready.channel }, {
    kind: 'whatsapp_cloud',
    id,
    phoneNumberId: settings.phoneNumberId,
    accessToken: wish.credentials.accessToken,
    baseUrl: fake.url,
  })
})

test('a number nobody knows pauses the channel; a provider out of reach is asked again', async () => {
  const unknown = await connected({ phoneNumberId: '404' })
  await check(unknown.id)
  assert.equal((await look(unknown.id)).status, 'paused')

  const away = await connected()
  await fake.close()
  await assert.rejects(check(away.id), /could not be checked/)
  const { status, statusReason } = await look(away.id)
  assert.deepEqual([status, statusReason?.code], ['connecting', 'provider_unreachable'])
})

test('an API address entered by a user is https, unless the operator vouches for it', async () => {
  const invalid = (error: unknown) => error instanceof InvalidInput && error.errors[0]?.path === 'settings.apiUrl'
  for (const apiUrl of [
    'http://example.com',
    'http://127.0.0.1:9',
    'https://u:p@example.com',
    'https://a.test/?x',
    'ftp://x',
  ]) {
    await assert.rejects(connected({ apiUrl }), invalid, apiUrl)
  }
  assert.equal(
    (await connected({ apiUrl: 'https://graph.example.com/meta/' })).settings.apiUrl,
    'https://graph.example.com/meta',
  )

  const { id } = await connected({ apiUrl: 'https://localhost' })
  await check(id)
  assert.deepEqual([(await look(id)).status, (await look(id)).statusReason?.code], ['paused', 'address_not_allowed'])
})

test('the access token is not carried to another server by who does not know it', async () => {
  const { id, settings } = await connected()
  const elsewhere = { ...settings, apiUrl: 'https://elsewhere.example.com' }
  const wantsToken = (error: unknown) =>
    error instanceof InvalidInput && error.errors[0]?.path === 'credentials.accessToken'
  await assert.rejects(alter(id, { settings: elsewhere }), wantsToken)
  const { apiUrl: _, ...withoutAddress } = settings
  await assert.rejects(alter(id, { settings: withoutAddress }), wantsToken)
  await assert.rejects(alter(id, { settings: elsewhere, credentials: { verifyToken: 'x' } }), wantsToken)
  assert.equal((await alter(id, { settings })).settings.apiUrl, fake.url)
  const moved = await alter(id, { settings: elsewhere, credentials: { accessToken: 'known' } })
  assert.equal(moved.settings.apiUrl, elsewhere.apiUrl)
})

test('what is entered is checked field by field', () => {
  const wrong = (changes: object, path: string) => {
    const { error } = NewChannel.safeParse({ ...wish, ...changes })
    assert.equal(error?.issues[0]?.path.join('.'), path)
  }
  wrong({ name: '  ' }, 'name')
  wrong({ kind: 'pigeon' }, 'kind')
  wrong({ settings: { ...wish.settings, phoneNumberId: '12a' } }, 'settings.phoneNumberId')
  wrong({ settings: { ...wish.settings, wabaId: '' } }, 'settings.wabaId')
  wrong({ settings: { ...wish.settings, displayPhoneNumber: 'soon' } }, 'settings.displayPhoneNumber')
  wrong({ credentials: { ...wish.credentials, accessToken: '' } }, 'credentials.accessToken')
  wrong({ credentials: { ...wish.credentials, appSecret: 'a\r\nb' } }, 'credentials.appSecret')
})

test('turned off it sends nothing and stays off until it is turned on', async () => {
  const { id } = await connected()
  assert.equal((await alter(id, { enabled: false })).status, 'disabled')
  assert.equal((await alter(id, { name: 'Old number', credentials: { verifyToken: 'other' } })).status, 'disabled')
  await check(id)
  await asOwner((tx) => noteSendError(tx, id, { code: 'token_invalid', class: 'auth', message: 'x' }))
  assert.equal((await look(id)).status, 'disabled')
  assert.equal((await alter(id, { enabled: true })).status, 'connecting')
})

test('an error that concerns the whole number takes it out of service, others do not', async () => {
  const { id } = await connected()
  await asOwner((tx) => noteSendError(tx, id, { code: 'undeliverable', class: 'recipient', message: 'x' }))
  assert.equal((await look(id)).status, 'connecting')
  await asOwner((tx) => noteSendError(tx, id, { code: 'account_locked', class: 'stop_lane', message: 'Locked.' }))
  assert.deepEqual((await look(id)).statusReason, { code: 'account_locked', message: 'Locked.' })
  const { details } = (await factsAbout(id)).at(-1) ?? {}
  assert.deepEqual(details, { from: 'connecting', to: 'paused', reason: 'account_locked' })
})

test('only owners remove, and what was removed is gone from every list', async () => {
  const { id } = await connected()
  const forbidden = (error: unknown) => error instanceof Refusal && error.code === 'forbidden'
  await assert.rejects(
    salon.as(salon.manager, (tx) => remove(tx, context, id)),
    forbidden,
  )
  await assert.rejects(
    salon.as(salon.staff, (tx) => connect(tx, context, wish)),
    forbidden,
  )
  await assert.rejects(
    cast.clinic.as(cast.clinic.owner, (tx) => remove(tx, context, id)),
    NotFound,
  )

  await asOwner((tx) => remove(tx, context, id))
  await assert.rejects(look(id), NotFound)
  await assert.rejects(
    asOwner((tx) => remove(tx, context, id)),
    NotFound,
  )
  const { items } = await asOwner((tx) => listChannels(tx, context, { limit: 100 }))
  assert.ok(items.length > 0 && items.every((channel) => channel.id !== id))
  const closed = await asOwner((tx) => openForSending(tx, context, id))
  assert.equal(!closed.ready && closed.why.code, 'channel_removed')
})

test('the list is paged from the oldest to the newest', async () => {
  const first = await asOwner((tx) => listChannels(tx, context, { limit: 2 }))
  const cursor = first.nextCursor ?? ''
  const second = await asOwner((tx) => listChannels(tx, context, { limit: 100, cursor }))
  const all = await asOwner((tx) => listChannels(tx, context, { limit: 100 }))
  assert.deepEqual([...first.items, ...second.items], all.items)
})
