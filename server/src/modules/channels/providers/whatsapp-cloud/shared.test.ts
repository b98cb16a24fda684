import assert from 'node:assert/strict'
import { test } from 'node:test'
import { figures } from '#lib/figures'
import type { Tx } from '#lib/tx'
import { type Desk, world } from '../../../../../world/world.ts'
import { change } from '../../change.ts'
import { connect } from '../../index.ts'
import { sign, text, wish } from '../../salon-number.testing.ts'
import { webhooks } from './webhooks.ts'

const cast = await world(undefined, {
  environment: { WHATSAPP_VERIFY_TOKEN: 'the-operators-word' },
  pace: { sweep: 20 },
})
const { context, salon, clinic } = cast
const app = 'the-secret-all-numbers-share'

const shared = (method: 'GET' | 'POST') => {
  const found = webhooks.find((webhook) => webhook.method === method && webhook.path === '/webhooks/whatsapp')
  assert.ok(found)
  return found
}
const postBytes = async (body: Buffer, secret?: string) => {
  const headers = secret === undefined ? {} : { 'x-hub-signature-256': sign(body, secret) }
  return (await shared('POST').handle(context, { address: '/', params: {}, query: {}, headers, body })).status
}
const post = (payload: object, secret?: string) => postBytes(Buffer.from(JSON.stringify(payload)), secret)

/** A number as its channel shows after the provider knew it. */
async function have(desk: Desk, phoneNumberId: string, changes: { wabaId?: string; appSecret?: string } = {}) {
  const { wabaId = `waba-of-${desk.slug}`, appSecret = app } = changes
  const settings = { ...wish.settings, phoneNumberId, wabaId }
  const made = await desk.as(desk.owner, (tx) =>
    connect(tx, context, { ...wish, settings, credentials: { ...wish.credentials, appSecret } }),
  )
  await prove(desk, made.id)
  return made
}
const prove = (desk: Desk, id: string) =>
  desk.as(desk.owner, (tx) =>
    tx.db.updateTable('channels.channel').set({ numberProvenAt: tx.now }).where('id', '=', id).execute(),
  )
const storedOf = (desk: Desk) =>
  desk.as(desk.owner, async (tx: Tx) => {
    const rows = await tx.db.selectFrom('channels.inbound').selectAll().orderBy('receivedAt').orderBy('id').execute()
    return rows.map(({ channelId, body }) => ({ channelId, body: body.toString() }))
  })
const about = (phoneNumberId: string, said: string) => ({
  field: 'messages',
  value: { metadata: { phone_number_id: phoneNumberId, display_phone_number: '1' }, messages: [text(said)] },
})
const whatsapp = (...entry: object[]) => ({ object: 'whatsapp_business_account', entry })
const dropped = async () =>
  (await figures.getSingleMetric('frontdesk_webhook_unknown_numbers_total')?.get())?.values[0]?.value ?? 0

test('one body for several workspaces is stored cut: nobody sees a byte of another’s, and what is unknown is only counted', async () => {
  const [mine, second, theirs] = [await have(salon, '71'), await have(salon, '72'), await have(clinic, '73')]
  const before = await dropped()
  const body = whatsapp(
    { id: 'a', time: 1, extra: 'of the envelope', changes: [about('71', 'salon one'), about('73', 'clinic one')] },
    { id: 'b', time: 2, changes: [about('72', 'salon two'), about('79', 'nobody one')] },
  )
  assert.equal(await post(body, app), 200)
  assert.equal(await post(body, app), 200, 'what is sent again is the same')

  const [atSalon, atClinic] = [await storedOf(salon), await storedOf(clinic)]
  assert.deepEqual([atSalon.length, atClinic.length], [1, 1])
  assert.ok([mine.id, second.id].includes(atSalon[0]?.channelId ?? ''))
  assert.equal(atClinic[0]?.channelId, theirs.id)
  assert.match(atSalon[0]?.body ?? '', /salon one.*salon two/)
  assert.doesNotMatch(atSalon[0]?.body ?? '', /clinic|nobody|"73"|"79"|of the envelope/)
  assert.match(atClinic[0]?.body ?? '', /clinic one/)
  assert.doesNotMatch(atClinic[0]?.body ?? '', /salon|nobody|"71"|"72"/)
  assert.equal((await dropped()) - before, 2, 'once for each time it came')
})

test('a body that is all one workspace’s stays the bytes that came', async () => {
  await have(salon, '81')
  const bytes = Buffer.from(
    `${JSON.stringify(whatsapp({ id: 'a', changes: [about('81', 'ä/')] })).replace('ä', '\\u00e4')} `,
  )
  assert.equal(await postBytes(bytes, app), 200)
  assert.ok((await storedOf(salon)).some(({ body }) => body === bytes.toString()))
})

test('a secret proves only the numbers of its own channels', async () => {
  const { key } = await have(salon, '91', { appSecret: 'salons-own-app' })
  await have(clinic, '92', { appSecret: 'clinics-own-app' })
  assert.ok(key)
  const before = (await storedOf(salon)).length
  // The clinic, or whoever knows its secret, writes what the salon’s number is said to have received.
  assert.equal(await post(whatsapp({ id: 'a', changes: [about('91', 'forged')] }), 'clinics-own-app'), 401)
  const mixed = whatsapp({ id: 'a', changes: [about('91', 'forged too'), about('92', 'own')] })
  assert.equal(await post(mixed, 'clinics-own-app'), 200)
  assert.equal((await storedOf(salon)).length, before)
  assert.ok(!(await storedOf(clinic)).some(({ body }) => body.includes('forged')))
})

test('who only writes down somebody’s number hears nothing, however well the secret fits', async () => {
  await have(salon, '101')
  const settings = { ...wish.settings, phoneNumberId: '101', wabaId: 'x1' }
  const claimed = await clinic.as(clinic.owner, (tx) =>
    connect(tx, context, {
      ...wish,
      settings: { ...settings, wabaId: '5' },
      credentials: { ...wish.credentials, appSecret: app },
    }),
  )
  const before = (await storedOf(clinic)).length
  assert.equal(await post(whatsapp({ id: 'a', changes: [about('101', 'for the salon')] }), app), 200)
  assert.equal((await storedOf(clinic)).length, before)

  // With a number of its own it is heard; moved to the other one it has to be shown anew.
  await prove(clinic, claimed.id)
  await clinic.as(clinic.owner, (tx) =>
    change(tx, context, claimed.id, { settings: { ...wish.settings, phoneNumberId: '101', wabaId: '6' } }),
  )
  assert.equal(await post(whatsapp({ id: 'a', changes: [about('101', 'again for the salon')] }), app), 200)
  assert.equal((await storedOf(clinic)).length, before)
})

test('news about an account goes to the workspace that alone has it, and to nobody when two do', async () => {
  await have(salon, '111', { wabaId: '500' })
  const banned = {
    field: 'account_update',
    value: { event: 'DISABLED_UPDATE', ban_info: { waba_ban_state: 'DISABLE' } },
  }
  assert.equal(await post(whatsapp({ id: '500', time: 3, changes: [banned] }), app), 200)
  assert.match((await storedOf(salon)).at(-1)?.body ?? '', /DISABLED_UPDATE/)
  await have(clinic, '112', { wabaId: '500' })
  const [one, other] = [(await storedOf(salon)).length, (await storedOf(clinic)).length]
  assert.equal(await post(whatsapp({ id: '500', time: 4, changes: [banned] }), app), 200)
  assert.deepEqual([(await storedOf(salon)).length, (await storedOf(clinic)).length], [one, other])
})

test('whatever is wrong, the answer is one and the same', async () => {
  await have(salon, '121')
  const right = whatsapp({ id: 'a', changes: [about('121', 'x')] })
  const answers = [
    await post(right),
    await post(right, 'wrong'),
    await post(whatsapp({ id: 'a', changes: [about('404', 'x')] }), app),
    await post({}, app),
    await post(whatsapp({ id: 'a', changes: 'none' }), app),
    await postBytes(Buffer.from('not json'), app),
    await postBytes(Buffer.alloc(0), app),
  ]
  assert.deepEqual(answers, Array(answers.length).fill(401))
})

test('the shared address passes the handshake with the operator’s word alone', async () => {
  const ask = async (token: string) => {
    const query = { 'hub.mode': 'subscribe', 'hub.verify_token': token, 'hub.challenge': '7' }
    return (
      await shared('GET').handle(context, { address: '/', params: {}, query, headers: {}, body: Buffer.alloc(0) })
    ).status
  }
  assert.equal(await ask('the-operators-word'), 200)
  assert.equal(await ask(wish.credentials.verifyToken), 403)
  assert.equal(await ask(''), 403)
})
