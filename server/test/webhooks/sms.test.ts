import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { startFakeTwilio } from '@frontdesk/fakes/twilio'
import { isTwilioSigned, twilioSignature } from '#lib/twilio-signature'
import { segmentsOf } from '../../src/modules/channels/providers/sms/segments.ts'
import { serve } from '../../world/serve.ts'

/** What answers are looked through for. */
interface Shown {
  id: string
  check: string
  code: string
  kind: string
  status: string
  text: string | null
  contact: { phone: string | null }
}

const ours = '+15550100001'
const ana = '+15550100123'
const vectors = join(import.meta.dirname, '../../../../shared/fixtures/voice/signature_vectors_plivo_twilio.json')

test('a number for SMS, over HTTP alone', async (t) => {
  const twilio = await startFakeTwilio()
  t.after(() => twilio.close())
  const { ask, salon, url } = await serve(t, { trustedUrls: [twilio.url], pace: { sendTimeout: 2_000 } })
  const base = `/api/v1/w/${salon.slug}`
  const token = salon.tokens.owner
  const get = async (path: string) => (await ask('GET', `${base}${path}`, { token })).body
  const until = async <T>(look: () => Promise<T | undefined | false>): Promise<T> => {
    for (;;) {
      const found = await look()
      if (found) return found
      await new Promise((done) => setTimeout(done, 50))
    }
  }
  const settings = { accountSid: twilio.accountSid, phoneNumber: '+1 555 010 0001', apiUrl: twilio.url }
  const credentials = { authToken: twilio.authToken }
  twilio.addNumber(ours)
  const wish = { kind: 'sms', name: 'Texts', settings, credentials }

  const made = await ask('POST', `${base}/channels`, { token, body: wish })
  assert.equal(made.status, 201, JSON.stringify(made.body))
  const channel = made.body
  const hook: string = url + new URL(channel.webhookUrl).pathname
  const signedFor: string = channel.webhookUrl
  const messagesOf = async (id: string) => (await get(`/conversations/${id}/messages`)).items
  const conversationOf = (phone: string) =>
    until(async () => (await get('/conversations?limit=50')).items.find((one: Shown) => one.contact.phone === phone))
  /** Posts to where the server listens what was signed for its public address. */
  const post = async (form: Record<string, string>, { query = '', key = twilio.authToken } = {}) => {
    const body = new URLSearchParams(form).toString()
    const signature = twilioSignature({ url: signedFor + query, body: Buffer.from(body) }, key)
    const headers = { 'content-type': 'application/x-www-form-urlencoded', 'x-twilio-signature': signature }
    const answer = await fetch(hook + query, { method: 'POST', headers, body })
    return { status: answer.status, text: await answer.text() }
  }
  let count = 0
  const text = (body: string, more: Record<string, string> = {}) => ({
    ...{ MessageSid: `SM${String(++count).padStart(32, '0')}`, AccountSid: twilio.accountSid, From: ana, To: ours },
    ...{ Body: body, NumMedia: '0', NumSegments: '1', SmsStatus: 'received', ApiVersion: '2010-04-01' },
    ...more,
  })

  await t.test('what is entered is normalised, and refused field by field', async () => {
    assert.deepEqual([channel.address, channel.capabilities.hasWindow], [ours, false])
    const pathOf = async (changes: object) => {
      const { status, body } = await ask('POST', `${base}/channels`, { token, body: { ...wish, ...changes } })
      return [status, body.errors?.[0]?.path ?? body.code]
    }
    assert.deepEqual(await pathOf({}), [409, 'phone_number_taken'])
    assert.deepEqual(await pathOf({ settings: { ...settings, accountSid: 'AC1' } }), [422, 'settings.accountSid'])
    assert.deepEqual(await pathOf({ settings: { ...settings, phoneNumber: 'soon we open' } }), [
      422,
      'settings.phoneNumber',
    ])
    const both = { ...settings, messagingServiceSid: `MG${'0'.repeat(32)}` }
    assert.deepEqual(await pathOf({ settings: both }), [422, 'settings.phoneNumber'])
    const renamed = { settings: { phoneNumberId: '1', wabaId: '1', displayPhoneNumber: ours } }
    const other = await ask('PATCH', `${base}/channels/${channel.id}`, { token, body: renamed })
    assert.deepEqual([other.status, other.body.errors?.[0]?.path], [422, 'kind'])
  })

  await t.test('the doctor sees that nobody told Twilio the address, and tells it', async () => {
    const webhook = (code: string) =>
      until(async () =>
        (await get(`/channels/${channel.id}/health`)).findings.find(
          (one: Shown) => one.check === 'webhook' && one.code === code,
        ),
      )
    assert.equal((await webhook('sms_webhook_not_set')).act, 'set_webhook')
    await ask('POST', `${base}/channels/${channel.id}/subscription`, { token })
    await webhook('sms_webhook_ours')
    assert.equal((await get(`/channels/${channel.id}`)).status, 'connected')
  })

  await t.test('a text comes in once; a wrong or missing signature tells nothing', async () => {
    const form = text('Is there a table at seven?')
    assert.deepEqual(await post(form), { status: 200, text: '<Response></Response>' })
    assert.equal((await post(form)).status, 200)
    assert.equal((await post(text('Evil'), { key: 'guess' })).status, 401)
    assert.equal((await fetch(hook, { method: 'POST', body: new URLSearchParams(text('Evil')) })).status, 401)
    const { id, window } = await conversationOf(ana)
    assert.deepEqual(window, { open: true, closesAt: null })
    assert.deepEqual(
      (await messagesOf(id)).map((one: Shown) => one.text),
      ['Is there a table at seven?'],
    )
  })

  const reply = async (body: object) => {
    const { id } = await conversationOf(ana)
    return ask('POST', `${base}/conversations/${id}/messages`, { token, body })
  }
  const became = (id: string, status: string) =>
    until(async () => {
      const { items } = await get(`/conversations/${(await conversationOf(ana)).id}/messages`)
      return items.find((one: Shown) => one.id === id && one.status === status)
    })

  await t.test('the answer leaves once, says its segments, and its reports only move forward', async () => {
    const { status, body } = await reply({ text: 'Yes 😀' })
    assert.equal(status, 201)
    assert.deepEqual(body.details, { segments: { encoding: 'ucs2', count: 1 } })
    await became(body.id, 'accepted')
    const sent = twilio.outbox.at(-1)
    assert.deepEqual([sent?.from, sent?.to, sent?.body], [ours, ana, 'Yes 😀'])
    const query = new URL(sent?.statusCallback ?? '').search
    const report = (word: string) =>
      post({ MessageSid: sent?.sid ?? '', MessageStatus: word, SmsStatus: word, MessagingServiceSid: 'MG1' }, { query })
    for (const word of ['delivered', 'sent', 'teleported', 'delivered']) assert.equal((await report(word)).status, 200)
    await became(body.id, 'delivered')
    const { receipts } = await get(`/messages/${body.id}/timeline`)
    assert.deepEqual(receipts.map((one: Shown) => one.status).sort(), ['delivered', 'sent'])
  })

  await t.test('Twilio takes a text and drops the line: the report proves it, and nothing is sent twice', async () => {
    twilio.misbehave({ kind: 'dropAfterAccepting', times: 1 })
    const before = twilio.outbox.length
    const { body } = await reply({ text: 'See you at seven' })
    await became(body.id, 'unknown')
    const sent = twilio.outbox.at(-1)
    const query = new URL(sent?.statusCallback ?? '').search
    await post({ MessageSid: sent?.sid ?? '', MessageStatus: 'delivered' }, { query })
    await became(body.id, 'delivered')
    assert.equal(twilio.outbox.length, before + 1)
  })

  await t.test('STOP is said aloud, and what Twilio then refuses is shown as that', async () => {
    assert.equal((await twilio.post(signedFor.replace(new URL(signedFor).origin, url), {}, 'none')).status, 401)
    assert.equal((await post(text(' Stop '))).status, 200)
    twilio.misbehave({ kind: 'error', code: 21610, times: 1 })
    const { body } = await reply({ text: 'One more thing' })
    const { error } = await became(body.id, 'failed')
    assert.deepEqual([error.code, error.class], ['opted_out', 'consent'])
  })

  await t.test(
    'pictures are kept as references, other addresses by what identifies them, long or other things refused',
    async () => {
      const media = { NumMedia: '2', MediaUrl0: 'https://api.twilio.com/1', MediaUrl1: 'https://api.twilio.com/2' }
      const { Body: _, ...bare } = text('')
      await post({ ...bare, ...media, MediaContentType0: 'image/jpeg' })
      await post(text('Hola', { From: 'whatsapp:+15550100124' }))
      await post(text('Hola', { From: 'whatsapp:US.13491208655302741918' }))
      await conversationOf('+15550100124')
      const { id } = await conversationOf(ana)
      const picture = await until(async () => (await messagesOf(id)).find((one: Shown) => one.kind === 'mms'))
      assert.deepEqual([picture.text, picture.details.media.length], [null, 2])
      assert.deepEqual([(await reply({ text: 'x'.repeat(1601) })).body.code], ['text_too_long'])
      const place = { location: { latitude: 1, longitude: 2 } }
      assert.deepEqual([(await reply(place)).body.code], ['not_carried'])
    },
  )

  await t.test('a token replaced yesterday still signs, one ended does not', async () => {
    const change = (body: object) => ask('PATCH', `${base}/channels/${channel.id}`, { token, body })
    const replaced = await change({ kind: 'sms', credentials: { authToken: 'another-token' } })
    assert.ok(replaced.body.formerSecrets.authTokenUntil)
    assert.equal((await post(text('still me'))).status, 200)
    await ask('DELETE', `${base}/channels/${channel.id}/former-secrets`, { token })
    assert.equal((await post(text('not me'))).status, 401)
  })
})

test('signatures hold for every spelling of an address that means the same', {
  skip: !existsSync(vectors) && 'no vectors here',
}, () => {
  const { twilio_v1_form, twilio_url_equivalence } = JSON.parse(readFileSync(vectors, 'utf8'))
  for (const { auth_token, url, params, signature, valid } of twilio_v1_form)
    assert.equal(
      isTwilioSigned({ url, body: Buffer.from(new URLSearchParams(params).toString()) }, signature, auth_token),
      valid,
    )
  const body = Buffer.from('a=1')
  for (const { signed_for, received_as, valid } of twilio_url_equivalence)
    assert.equal(
      isTwilioSigned({ url: received_as, body }, twilioSignature({ url: signed_for, body }, 'key'), 'key'),
      valid,
      received_as,
    )
})

test('segments are counted as the carriers count them', () => {
  const of = (text: string) => Object.values(segmentsOf(text))
  assert.deepEqual(of('x'.repeat(160)), ['gsm7', 1])
  assert.deepEqual(of('x'.repeat(161)), ['gsm7', 2])
  assert.deepEqual(of('€'.repeat(80)), ['gsm7', 1])
  assert.deepEqual(of('€'.repeat(81)), ['gsm7', 2])
  assert.deepEqual(of('ñ'.repeat(306)), ['gsm7', 2])
  assert.deepEqual(of('я'.repeat(70)), ['ucs2', 1])
  assert.deepEqual(of('я'.repeat(71)), ['ucs2', 2])
  assert.deepEqual(of('😀'.repeat(35)), ['ucs2', 1])
  assert.deepEqual(of('😀'.repeat(67)), ['ucs2', 3])
})
