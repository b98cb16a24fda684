import assert from 'node:assert/strict'
import test, { type TestContext } from 'node:test'
import { startFakeMeta } from './index.ts'
import { salon, startReceiver } from './receiver.testing.ts'
import type { FakeMeta } from './types.ts'

const authorization = `Bearer ${salon.accessToken}`

async function world(t: TestContext) {
  const clock = { now: new Date('2026-11-20T10:00:00Z') }
  const receiver = await startReceiver()
  const fake = await startFakeMeta({ now: () => clock.now })
  fake.addNumber({ ...salon, webhookUrl: receiver.url })
  t.after(async () => {
    await fake.close()
    await receiver.close()
  })
  return { fake, receiver, clock }
}

async function upload(fake: FakeMeta, type: string, bytes: string) {
  const form = new FormData()
  form.set('messaging_product', 'whatsapp')
  form.set('type', type)
  form.set('file', new File([bytes], 'price list.pdf', { type }))
  const url = `${fake.url}/v23.0/${salon.phoneNumberId}/media`
  const answer = await fetch(url, { method: 'POST', headers: { authorization }, body: form })
  return { status: answer.status, body: (await answer.json()) as { id: string; error?: { code: number } } }
}

const ask = async (url: string, headers: Record<string, string> = { authorization }) => {
  const answer = await fetch(url, { headers, redirect: 'manual' })
  return { status: answer.status, location: answer.headers.get('location'), text: await answer.text() }
}

test('a customer’s file is named in the webhook and handed out, for five minutes, to who has the token', async (t) => {
  const { fake, receiver, clock } = await world(t)
  const file = { bytes: Buffer.from('a picture'), type: 'image/jpeg', caption: 'Like this' }
  await fake.customerSends({ phoneNumberId: salon.phoneNumberId, from: '491713920001', file })
  const [id] = /"id":"(\d+)","mime_type"/.exec(receiver.received[0]?.raw.toString() ?? '')?.slice(1) ?? []

  const described = JSON.parse((await ask(`${fake.url}/v23.0/${id}`)).text)
  assert.deepEqual([described.mime_type, described.file_size], ['image/jpeg', 9])
  assert.equal((await ask(described.url)).text, 'a picture')
  assert.equal((await ask(described.url, {})).status, 401)
  clock.now = new Date('2026-11-20T10:05:01Z')
  assert.equal((await ask(described.url)).status, 404, 'the address is over')
  assert.equal((await ask(`${fake.url}/v23.0/${id}`)).status, 200, 'a new one is to be had')
  clock.now = new Date('2026-11-27T10:00:00Z')
  assert.equal((await ask(`${fake.url}/v23.0/${id}`)).status, 400, 'after a week the file is gone')
})

test('an uploaded file is sent by its id; another id, type or size is refused', async (t) => {
  const { fake } = await world(t)
  const { status, body } = await upload(fake, 'application/pdf', '%PDF-1.7')
  assert.equal(status, 200)
  const send = async (document: object) => {
    const answer = await fetch(`${fake.url}/v23.0/${salon.phoneNumberId}/messages`, {
      method: 'POST',
      headers: { authorization, 'content-type': 'application/json' },
      body: JSON.stringify({ messaging_product: 'whatsapp', to: '491713920001', type: 'document', document }),
    })
    return answer.status
  }
  assert.equal(await send({ id: body.id, filename: 'price list.pdf' }), 200)
  assert.equal(await send({ id: '12345' }), 400)
  assert.equal((await upload(fake, 'text/html', '<html>')).body.error?.code, 100)
  assert.equal((await upload(fake, 'image/png', 'x'.repeat(6_000_000))).body.error?.code, 131053)
})

test('files go wrong in the ways they do', async (t) => {
  const { fake } = await world(t)
  const { body } = await upload(fake, 'application/pdf', '%PDF-1.7 and more')
  const describe = async () => JSON.parse((await ask(`${fake.url}/v23.0/${body.id}`)).text)
  const { url, sha256 } = await describe()

  fake.misbehave({ kind: 'media', trouble: 'gone', times: 1 })
  assert.equal((await describe()).error.error_subcode, 33)
  fake.misbehave({ kind: 'media', trouble: 'wrongHash', times: 1 })
  assert.notEqual((await describe()).sha256, sha256)
  fake.misbehave({ kind: 'media', trouble: 'inside', times: 1 })
  assert.match((await ask(url)).location ?? '', /169\.254/)
  fake.misbehave({ kind: 'media', trouble: 'brokenOff', times: 1 })
  await assert.rejects(ask(url))
  assert.equal((await ask(url)).text, '%PDF-1.7 and more')
})
