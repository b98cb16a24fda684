import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Tx } from '#lib/tx'
import { world } from '../../../world/world.ts'
import { change } from './change.ts'
import type { ChannelChange } from './channel.ts'
import { openCredentials } from './credentials.ts'
import { endFormerSecrets } from './end-former-secrets.ts'
import { connect } from './index.ts'
import { getChannel, lockChannel } from './queries.ts'
import { forgetExpired } from './replace-credentials.ts'
import { connectNumber, door, postTo, sign, wish } from './salon-number.testing.ts'

const cast = await world()
const { context, clock, salon } = cast
const asOwner = <T>(act: (tx: Tx) => Promise<T>) => salon.as(salon.owner, act)
const alter = (id: string, to: ChannelChange) => asOwner((tx) => change(tx, context, id, to))
const hour = 3_600_000
let sent = 0

/** Posts something new under a secret, and says what it was answered. */
async function post(channel: { key: string }, secret: string) {
  sent++
  const body = Buffer.from(`{"number":${sent}}`)
  return (await postTo(cast, channel, body, { 'x-hub-signature-256': sign(body, secret) })).status
}

async function shake({ key }: { key: string }, token: string) {
  const query = { 'hub.mode': 'subscribe', 'hub.verify_token': token, 'hub.challenge': '42' }
  return (
    await door('GET').handle(context, { address: '/', params: { key }, query, headers: {}, body: Buffer.alloc(0) })
  ).status
}

const stored = (channelId: string) =>
  asOwner((tx) => tx.db.selectFrom('channels.inbound').select('id').where('channelId', '=', channelId).execute())
const sealed = (id: string) =>
  asOwner(async (tx) => {
    const row = await lockChannel(tx, id)
    return row && openCredentials(context, { tenantId: salon.tenantId, channelId: id }, row.sealedCredentials)
  })

test('during the overlap events signed with either secret are stored; after it the old one is refused', async () => {
  const { channel } = await connectNumber(cast)
  const old = wish.credentials
  const changed = await alter(channel.id, { credentials: { appSecret: 'newer', verifyToken: 'newer-verify' } })
  const until = new Date(clock.now().getTime() + 24 * hour).toISOString()
  assert.deepEqual(changed.formerSecrets, { appSecretUntil: until, verifyTokenUntil: until })

  const answers = await Promise.all([post(channel, old.appSecret), post(channel, 'newer'), post(channel, 'neither')])
  assert.deepEqual(answers, [200, 200, 401])
  assert.deepEqual([await shake(channel, old.verifyToken), await shake(channel, 'newer-verify')], [200, 200])
  clock.advance(24 * hour - 1)
  assert.equal(await post(channel, old.appSecret), 200)
  clock.advance(1)
  assert.equal(await post(channel, old.appSecret), 401)
  assert.deepEqual([await shake(channel, old.verifyToken), await shake(channel, 'newer-verify')], [403, 200])
  assert.equal(await post(channel, 'newer'), 200)
  assert.equal((await stored(channel.id)).length, 4, 'not one that was genuine is lost')
  const after = await asOwner((tx) => getChannel(tx, context, channel.id))
  assert.deepEqual(after.formerSecrets, { appSecretUntil: null, verifyTokenUntil: null })

  await asOwner(async (tx) => {
    const row = await lockChannel(tx, channel.id)
    if (row) await forgetExpired(tx, context, row)
  })
  assert.equal((await sealed(channel.id))?.former, undefined, 'what is over is not kept')
})

test('the overlap can be ended early, and several rotations within it do not lose one another', async () => {
  const { channel } = await connectNumber(cast)
  await alter(channel.id, { credentials: { appSecret: 'second' }, keepFormerSecretsFor: 2 })
  await alter(channel.id, { credentials: { appSecret: 'third' }, keepFormerSecretsFor: 1 })
  for (const secret of [wish.credentials.appSecret, 'second', 'third']) assert.equal(await post(channel, secret), 200)
  await alter(channel.id, { credentials: { appSecret: 'second' } })
  assert.equal(await post(channel, 'second'), 200)

  await asOwner((tx) => endFormerSecrets(tx, context, channel.id))
  assert.deepEqual([await post(channel, 'third'), await post(channel, 'second')], [401, 200])
  await asOwner((tx) => endFormerSecrets(tx, context, channel.id))
})

test('the access token is replaced alone, and no fact holds a value', async () => {
  const { channel } = await connectNumber(cast)
  const changed = await alter(channel.id, { credentials: { accessToken: 'fresh-token' } })
  assert.deepEqual(changed.formerSecrets, { appSecretUntil: null, verifyTokenUntil: null })
  await alter(channel.id, { credentials: { appSecret: 'rotated-secret', verifyToken: wish.credentials.verifyToken } })
  await alter(channel.id, { name: 'Front desk' })
  const facts = await asOwner((tx) =>
    tx.db
      .selectFrom('facts.fact')
      .select(['name', 'details'])
      .where('subjectId', '=', channel.id)
      .orderBy('id')
      .execute(),
  )
  const told = facts.map(({ name, details }) => [name, details] as const)
  const until = new Date(clock.now().getTime() + 24 * hour).toISOString()
  assert.deepEqual(
    told.filter(([name]) => name.includes('credentials') || name.includes('secret')),
    [
      ['channels.credentials_changed', { fields: ['accessToken'] }],
      ['channels.credentials_changed', { fields: ['appSecret'] }],
      ['channels.secret_rotated', { secret: 'appSecret', formerUntil: until }],
    ],
  )
  const renamed = told.at(-1)?.[1] as { from: { name: string }; to: { name: string } }
  assert.deepEqual([renamed.from.name, renamed.to.name], ['Salon Rosa', 'Front desk'])
  assert.doesNotMatch(JSON.stringify(facts), /fresh-token|rotated-secret|secret-of-salon/)
})

test('a number is in a workspace once, however many try at once; another workspace may have it, too', async () => {
  const settings = { ...wish.settings, phoneNumberId: '7007007007' }
  const tried = await Promise.allSettled(
    [1, 2, 3].map(() => asOwner((tx) => connect(tx, context, { ...wish, settings }))),
  )
  const made = tried.filter((each) => each.status === 'fulfilled')
  assert.equal(made.length, 1)
  for (const each of tried) {
    if (each.status === 'rejected')
      assert.deepEqual([each.reason.code, each.reason.status], ['phone_number_taken', 409])
  }
  const [first] = made.map(({ value }) => value)
  assert.ok(first)
  const other = await asOwner((tx) =>
    connect(tx, context, { ...wish, settings: { ...settings, phoneNumberId: '7007007008' } }),
  )
  await assert.rejects(alter(other.id, { settings }), { code: 'phone_number_taken' })
  await alter(first.id, { settings })

  const secret = { ...wish.credentials, appSecret: 'the-clinics-own' }
  const { clinic } = cast
  const theirs = await clinic.as(clinic.owner, (tx) => connect(tx, context, { ...wish, settings, credentials: secret }))
  assert.equal(await post(theirs, wish.credentials.appSecret), 401, 'each only hears what its own secret signed')
  assert.equal(await post(theirs, secret.appSecret), 200)
})
