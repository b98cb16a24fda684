import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { test } from 'node:test'
import { type AccountFault, startFakeMeta } from '@frontdesk/fakes/meta'
import { system } from '#lib/actor'
import type { Tx } from '#lib/tx'
import { world } from '../../../../world/world.ts'
import { change } from '../change.ts'
import { checkChannel } from '../check.ts'
import { connect, takeIn } from '../index.ts'
import { getChannel } from '../queries.ts'
import { door, envelope, postTo, sign, text, wish } from '../salon-number.testing.ts'
import { subscribe, subscribeChannel } from '../subscribe.ts'
import { causes } from './causes.ts'
import { examineNow, getHealth } from './examine.ts'
import { examineDue } from './examining.ts'
import { sides } from './finding.ts'

const fake = await startFakeMeta({ receipts: 'manual' })
const front = await openFront()
const cast = await world(undefined, {
  time: 'running',
  trustedUrls: [fake.url],
  pace: { sendTimeout: 2_000, sweep: 20 },
  environment: { PUBLIC_URL: front.url },
})
test.after(async () => {
  front.server.close()
  await fake.close()
})

const { context, clock, salon } = cast
const asOwner = <T>(act: (tx: Tx) => Promise<T>) => salon.as(salon.owner, act)
const noQueue = async () => ({ count: 0, oldestAt: null })
const look = (id: string) => asOwner((tx) => getHealth(tx, noQueue, id))
const examine = async (channelId: string) => {
  await checkChannel.run(context, salon.tenantId, { channelId })
  return look(channelId)
}
const one = async (health: ReturnType<typeof look>, check: string) => {
  const found = (await health).findings.find((finding) => finding.check === check)
  assert.ok(found, check)
  return found
}
const newsAbout = (subjectId: string) =>
  asOwner((tx) =>
    tx.db
      .selectFrom('facts.fact')
      .select(['name', 'details'])
      .where('subjectId', '=', subjectId)
      .where('name', 'in', ['channels.health_changed', 'channels.secret_rotated', 'channels.credentials_changed'])
      .orderBy('id')
      .execute(),
  )

let numbers = 0

/** A number that is right in every way, with a webhook at the fake that leads here. */
async function connected(changes: Partial<typeof wish.credentials> = {}) {
  numbers++
  const settings = { ...wish.settings, wabaId: `90080070060${numbers}`, phoneNumberId: `2122334455${numbers}` }
  const credentials = {
    ...wish.credentials,
    accessToken: `token-${numbers}`,
    appSecret: `secret-${numbers}`,
    ...changes,
  }
  const made = await asOwner((tx) =>
    connect(tx, context, { ...wish, credentials, settings: { ...settings, apiUrl: fake.url } }),
  )
  const number = { ...settings, ...credentials, name: 'Salon Rosa', webhookUrl: made.webhookUrl }
  fake.addNumber(number)
  return { ...made, number }
}

test('a channel that is right in every way is found healthy, down to the handshake through the front', async () => {
  const { id } = await connected()
  const health = await examine(id)
  assert.deepEqual(
    health.findings.filter(({ state }) => state !== 'good').map(({ code }) => code),
    ['events_none'],
  )
  assert.equal(health.state, 'good')
  assert.deepEqual(
    health.findings.map(({ check }) => check),
    sides.filter((side) => side !== 'templates'),
  )
  assert.match((await one(look(id), 'limit')).message, /2,000 customers/)
  assert.equal((await one(look(id), 'reach')).code, 'reach_local')
  const [news] = await newsAbout(id)
  assert.deepEqual(news?.details, { from: 'unknown', to: 'good', changes: [] })
})

const faults: readonly [AccountFault, string, string][] = [
  [{ kind: 'tokenExpired' }, 'token', 'token_expired'],
  [{ kind: 'tokenExpiresIn', seconds: 3 * 86_400 }, 'token', 'token_expires_soon'],
  [{ kind: 'tokenExpiresIn', seconds: 30 * 86_400 }, 'token', 'token_works_until'],
  [{ kind: 'scopeMissing', scope: 'whatsapp_business_messaging' }, 'scopes', 'scope_messaging_missing'],
  [{ kind: 'scopeMissing', scope: 'whatsapp_business_management' }, 'scopes', 'scope_management_missing'],
  [{ kind: 'notSubscribed' }, 'subscription', 'not_subscribed'],
  [{ kind: 'fieldMissing', field: 'messages' }, 'subscription', 'field_messages_missing'],
  [{ kind: 'webhookElsewhere' }, 'webhook', 'webhook_elsewhere'],
  [{ kind: 'notInAccount' }, 'number', 'number_not_in_account'],
  [{ kind: 'numberStatus', status: 'DISCONNECTED' }, 'number', 'number_not_registered'],
  [{ kind: 'numberStatus', status: 'FLAGGED' }, 'account', 'account_flagged'],
  [{ kind: 'numberStatus', status: 'RESTRICTED' }, 'account', 'account_restricted'],
  [{ kind: 'numberStatus', status: 'BANNED' }, 'account', 'account_banned'],
  [{ kind: 'sending', can: 'BLOCKED' }, 'account', 'account_restricted'],
  [{ kind: 'sending', can: 'LIMITED' }, 'account', 'account_limited'],
  [{ kind: 'nameStatus', status: 'PENDING_REVIEW' }, 'name', 'name_pending'],
  [{ kind: 'nameStatus', status: 'DECLINED' }, 'name', 'name_declined'],
  [{ kind: 'quality', rating: 'YELLOW' }, 'quality', 'quality_medium'],
  [{ kind: 'quality', rating: 'RED' }, 'quality', 'quality_low'],
]

test('each thing that is wrong at Meta yields its named cause, with what to do, and is well again after it', async () => {
  const { id } = await connected()
  await examine(id)
  for (const [fault, check, code] of faults) {
    fake.misbehave(fault)
    const health = await examine(id)
    const finding = await one(Promise.resolve(health), check)
    assert.equal(finding.code, code, JSON.stringify(fault))
    const { state } = causes[code as keyof typeof causes]
    assert.equal(finding.state, state)
    if (state === 'bad' || state === 'warning') {
      assert.equal(health.state, state, code)
      assert.ok(finding.remedy, code)
    }
    assert.doesNotMatch(JSON.stringify(health), /[{][a-zA-Z]+[}]|undefined|NaN/, 'every blank is filled')
    fake.behave()
  }
  assert.equal((await examine(id)).state, 'good')
})

test('what was entered wrong is told apart: secret, number, account, address', async () => {
  const codeOf = async (
    changes: Extract<Parameters<typeof change>[3], { kind?: 'whatsapp_cloud' | undefined }>,
    check: string,
  ) => {
    const { id, settings, number } = await connected()
    await asOwner((tx) =>
      change(tx, context, id, {
        ...changes,
        ...(changes.settings ? { settings: { ...settings, ...changes.settings } } : {}),
      }),
    )
    assert.ok(number)
    return (await one(examine(id), check)).code
  }
  const settings = (one: object) => ({ settings: one as typeof wish.settings })
  assert.equal(await codeOf({ credentials: { appSecret: 'not-it' } }, 'secret'), 'secret_wrong')
  assert.equal(await codeOf({ credentials: { accessToken: 'not-it' } }, 'token'), 'token_expired')
  assert.equal(await codeOf(settings({ phoneNumberId: '4040404' }), 'number'), 'number_not_found')
  assert.equal(await codeOf(settings({ wabaId: '4040405' }), 'subscription'), 'subscription_unknown')
  assert.equal(await codeOf(settings({ displayPhoneNumber: '+34 612 345 678' }), 'number'), 'number_differs')
})

test('the callback URL is asked from outside: what answers wrongly, or not, is told', async () => {
  const { id } = await connected()
  const reached = async () => (await one(examine(id), 'reach')).code
  front.answerWith(200, 'Welcome to the proxy')
  assert.equal(await reached(), 'reach_wrong_answer')
  front.answerWith(404, 'nothing here')
  assert.equal(await reached(), 'reach_wrong_answer')
  front.answerWith('cut')
  assert.equal(await reached(), 'reach_failed')
  front.answerWith('us')
  assert.equal(await reached(), 'reach_local')
})

test('a provider out of reach leaves what is unknown unknown, and the examination is tried again', async () => {
  const { id, settings } = await connected()
  await asOwner((tx) =>
    change(tx, context, id, {
      settings: { ...settings, apiUrl: 'https://nobody.invalid' },
      credentials: { accessToken: 'known' },
    }),
  )
  await assert.rejects(examine(id), /could not be checked/)
  const health = await look(id)
  assert.equal((await one(look(id), 'token')).code, 'token_unknown')
  // With a provider outside our own address has to be public, too.
  assert.equal((await one(look(id), 'reach')).code, 'reach_not_https')
  assert.equal(health.state, 'bad')
})

test('webhooks signed with another secret are counted, alarm at once, and are past when others came since', async () => {
  const { id, key, number } = await connected()
  await examine(id)
  const body = Buffer.from(JSON.stringify(envelope({ messages: [text('hi')] })))
  for (let times = 0; times < 3; times++) {
    assert.equal((await postTo(cast, { key }, body, { 'x-hub-signature-256': sign(body, 'old') })).status, 401)
  }
  await postTo(cast, { key }, body, {})
  const alarmed = async () => (await asOwner((tx) => getChannel(tx, context, id))).health === 'bad'
  while (!(await alarmed())) await new Promise(setImmediate)
  const finding = await one(look(id), 'signatures')
  assert.equal(finding.code, 'signatures_refused')
  assert.match(finding.message, /^3 webhooks were refused/, 'what carries no signature at all is nobody’s secret')

  assert.equal((await postTo(cast, { key }, body, { 'x-hub-signature-256': sign(body, number.appSecret) })).status, 200)
  await asOwner((tx) =>
    tx.db.updateTable('channels.channel').set({ lastEventAt: context.clock.now() }).where('id', '=', id).execute(),
  )
  assert.equal((await one(examine(id), 'signatures')).code, 'signatures_refused_before')
  clock.advance(25 * 3_600_000)
  assert.equal((await one(examine(id), 'signatures')).code, 'signatures_right')
  assert.equal((await one(look(id), 'clock')).code, 'clock_wrong')
  clock.advance(-25 * 3_600_000)
})

test('subscribing again is one act, and shows in the next findings', async () => {
  const { id } = await connected()
  fake.misbehave({ kind: 'notSubscribed' })
  const finding = await one(examine(id), 'subscription')
  assert.deepEqual([finding.code, finding.act], ['not_subscribed', 'subscribe'])
  await asOwner((tx) => subscribe(tx, id))
  assert.equal((await look(id)).examining, true)
  await subscribeChannel.run(context, salon.tenantId, { channelId: id })
  const health = await examine(id)
  assert.deepEqual([health.state, health.examining], ['good', false])
})

test('every channel is examined from time to time, so a token that died is noticed and announced', async () => {
  const { id } = await connected()
  await examine(id)
  while ((await examineDue(context)) > 0);
  const waiting = () =>
    context.database.ownerPool.query(`select 1 from graphile_worker.jobs where task_identifier = 'channels.check'`)
  assert.ok(((await waiting()).rowCount ?? 0) > 0)
  assert.equal(await examineDue(context), 0, 'not before the time has come again')

  fake.misbehave({ kind: 'tokenExpired' })
  clock.advance(40 * 60_000)
  assert.ok((await examineDue(context)) > 0)
  await examine(id)
  fake.behave()
  clock.advance(-40 * 60_000)
  assert.equal((await asOwner((tx) => getChannel(tx, context, id))).status, 'reauth_required')
  const news = (await newsAbout(id)).at(-1)?.details as { from: string; to: string; changes: object[] }
  assert.deepEqual([news.from, news.to], ['good', 'bad'])
  assert.ok(news.changes.some((each) => 'to' in each && each.to === 'token_expired'))
})

test('what Meta tells of its own accord is known before anybody asks, and older news does not undo newer', async () => {
  const { id, key, number } = await connected()
  await examine(id)
  const tell = async (field: string, value: object, time = Math.floor(Date.now() / 1000) + 5) => {
    const payload = {
      object: 'whatsapp_business_account',
      entry: [{ id: number.wabaId, time, changes: [{ field, value }] }],
    }
    const body = Buffer.from(JSON.stringify(payload))
    await postTo(cast, { key }, body, { 'x-hub-signature-256': sign(body, number.appSecret) })
    const never = async () => assert.fail('no message')
    while ((await takeIn(context, { message: never, echo: never, change: never, receipt: never } as never)) > 0);
  }
  const display_phone_number = '493055550123'
  await tell('account_update', { event: 'DISABLED_UPDATE', ban_info: { waba_ban_state: 'DISABLE' } })
  assert.equal((await one(look(id), 'account')).code, 'account_banned')
  await tell('account_update', { event: 'DISABLED_UPDATE', ban_info: { waba_ban_state: 'REINSTATE' } }, 1_700_000_000)
  assert.equal((await one(look(id), 'account')).code, 'account_banned')
  await tell('phone_number_quality_update', { display_phone_number, event: 'FLAGGED', current_limit: 'TIER_250' })
  assert.equal((await one(look(id), 'account')).code, 'account_flagged')
  assert.match((await one(look(id), 'limit')).message, /250 customers/)
  await tell('phone_number_quality_update', { display_phone_number: '15550001111', event: 'UNFLAGGED' })
  assert.equal((await one(look(id), 'account')).code, 'account_flagged', 'another number of the account')
  await tell('phone_number_name_update', { display_phone_number, decision: 'REJECTED', requested_verified_name: 'X' })
  assert.equal((await one(look(id), 'name')).code, 'name_declined')
  const template = { message_template_name: 'reminder', message_template_language: 'en' }
  await tell('message_template_status_update', { ...template, event: 'PAUSED' })
  assert.match((await one(look(id), 'templates')).message, /reminder \(en\)/)
  await tell('message_template_status_update', { ...template, event: 'APPROVED' })
  assert.equal((await one(look(id), 'templates')).code, 'templates_running')
  await tell('account_update', { event: 'DISABLED_UPDATE', ban_info: { waba_ban_state: 'odd' } })
  assert.equal((await one(examine(id), 'account')).code, 'account_fine', 'what Meta answers when asked counts most')
})

test('messages that wait are counted, and whoever may look may examine', async () => {
  const { id } = await connected()
  const old = async () => ({ count: 1, oldestAt: new Date(context.clock.now().getTime() - 600_000) })
  const health = await salon.as(salon.staff, (tx) => examineNow(tx, old, id))
  assert.equal(health.examining, true)
  const queue = await one(Promise.resolve(health), 'queue')
  assert.match(queue.message, /^1 message waits to be sent, the oldest written on/)
  await assert.rejects(
    context.withTenant({ tenantId: salon.tenantId, actor: system }, (tx) => examineNow(tx, noQueue, id)),
    /does not allow/,
  )
  assert.equal(await asOwner(async (tx) => (await getHealth(tx, noQueue, id)).state), 'unknown')
})

/** What stands in front of this server in the real world: the way Meta comes. */
async function openFront() {
  let answer: 'us' | 'cut' | { status: number; body: string } = 'us'
  const server = createServer(async (request, response) => {
    if (answer === 'cut') return request.socket.destroy()
    const url = new URL(request.url ?? '', 'http://front')
    const asked = {
      address: request.url ?? '',
      params: { key: url.pathname.split('/').at(-1) ?? '' },
      query: Object.fromEntries(url.searchParams),
    }
    const { status, body } =
      answer === 'us' ? await door('GET').handle(context, { ...asked, headers: {}, body: Buffer.alloc(0) }) : answer
    response.writeHead(status).end(body)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    server,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    answerWith(status: 'us' | 'cut' | number, body = '') {
      answer = typeof status === 'number' ? { status, body } : status
    },
  }
}
