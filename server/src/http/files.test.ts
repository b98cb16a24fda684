import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import test, { type TestContext } from 'node:test'
import { type FakeMeta, startFakeMeta } from '@frontdesk/fakes/meta'
import { afterwards } from '../../world/afterwards.ts'
import { serve } from '../../world/serve.ts'
import { until } from '../../world/until.ts'
import { samples } from '../modules/media/files.testing.ts'

const number = { phoneNumberId: '15550001', wabaId: '1', displayPhoneNumber: '+34 930 000 001' }
const credentials = { accessToken: 'token', appSecret: 'app-secret', verifyToken: 'verify' }
const ana = '34600000001'

/** Salon Rosa, served, with its number at a fake Meta to which Ana has just written. */
async function desk(t: TestContext) {
  const meta = await startFakeMeta({ pace: { sent: 1, delivered: 2 } })
  afterwards(t, () => meta.close())
  const served = await serve(t, { trustedUrls: [meta.url] })
  const { ask, salon, url } = served
  const token = salon.tokens.staff
  const place = `/api/v1/w/${salon.slug}`
  const wish = { kind: 'whatsapp_cloud', name: 'Front', settings: { ...number, apiUrl: meta.url }, credentials }
  const { body: channel } = await ask('POST', `${place}/channels`, { token: salon.tokens.owner, body: wish })
  meta.addNumber({ ...number, ...credentials, name: 'Salon', webhookUrl: `${url}/webhooks/whatsapp/${channel.key}` })
  await meta.customerSends({ phoneNumberId: number.phoneNumberId, from: ana, text: 'Hello' })
  await until(
    'the channel works',
    async () => (await ask('GET', `${place}/channels/${channel.id}`, { token })).body.status === 'connected',
  )
  let conversationId = ''
  await until('the conversation is there', async () => {
    conversationId = (await ask('GET', `${place}/conversations`, { token })).body.items[0]?.id ?? ''
    return conversationId !== ''
  })
  const thread = `${place}/conversations/${conversationId}/messages`
  const newest = async () => (await ask('GET', thread, { token })).body.items[0]
  const say = (body: object) => ask('POST', thread, { token, body })
  return { ...served, meta, place, thread, newest, say, token, upload: uploader(url, place, token) }
}

function uploader(url: string, place: string, token: string) {
  return async (bytes: Buffer, name: string, type: string, headers: Record<string, string> = {}) => {
    const form = new FormData()
    form.set('note', 'a field nobody asked for')
    form.set('file', new File([new Uint8Array(bytes)], name, { type }))
    const authorization = `Bearer ${token}`
    const answer = await fetch(`${url}${place}/media`, {
      method: 'POST',
      headers: { authorization, ...headers },
      body: form,
    })
    // biome-ignore lint/suspicious/noExplicitAny: refusals and files alike
    return { status: answer.status, headers: answer.headers, body: (await answer.json()) as any }
  }
}

const sentBy = (meta: FakeMeta) =>
  meta.outbox.map(({ type, body }) => ({ type, content: body[type] as Record<string, string> }))

test('files over HTTP, in and out', async (t) => {
  const { url, meta, place, newest, say, upload, token, ask, clock } = await desk(t)

  await t.test(
    'a customer’s photo stands in the thread, and its link hands it out safely to whoever has it',
    async () => {
      const bytes = await samples.polyglot()
      await meta.customerSends({
        phoneNumberId: number.phoneNumberId,
        from: ana,
        file: { bytes, type: 'image/jpeg', caption: 'This' },
      })
      await until('the photo is here', async () => (await newest()).media?.status === 'stored')
      const message = await newest()
      assert.deepEqual([message.kind, message.text, message.media.type], ['image', 'This', 'image/jpeg'])
      assert.deepEqual((await ask('GET', `${place}/media/${message.media.id}`, { token })).body, message.media)

      const shown = await fetch(url + message.media.links.file)
      assert.deepEqual(Buffer.from(await shown.arrayBuffer()), bytes)
      assert.equal(shown.headers.get('content-type'), 'image/jpeg')
      assert.equal(shown.headers.get('x-content-type-options'), 'nosniff')
      assert.equal(shown.headers.get('content-security-policy'), "default-src 'none'; sandbox")
      assert.match(shown.headers.get('content-disposition') ?? '', /^inline; /)
      assert.match(shown.headers.get('cache-control') ?? '', /^private, max-age=\d+, immutable$/)
      const small = await fetch(url + message.media.links.thumbnail)
      assert.equal(small.headers.get('content-type'), 'image/webp')
      assert.match(
        (await fetch(url + message.media.links.download)).headers.get('content-disposition') ?? '',
        /^attachment; /,
      )
    },
  )

  await t.test('players read a part at a time', async () => {
    const { media } = await newest()
    const part = async (range: string) => {
      const answer = await fetch(url + media.links.file, { headers: { range } })
      return [answer.status, answer.headers.get('content-range'), (await answer.arrayBuffer()).byteLength]
    }
    assert.deepEqual(await part('bytes=0-9'), [206, `bytes 0-9/${media.size}`, 10])
    assert.deepEqual(await part(`bytes=${media.size - 4}-`), [
      206,
      `bytes ${media.size - 4}-${media.size - 1}/${media.size}`,
      4,
    ])
    assert.deepEqual(await part('bytes=-4'), [206, `bytes ${media.size - 4}-${media.size - 1}/${media.size}`, 4])
    assert.deepEqual(await part(`bytes=${media.size}-`), [416, `bytes */${media.size}`, 0])
    assert.deepEqual(await part('bytes=9-0'), [416, `bytes */${media.size}`, 0])
    assert.equal((await part('bytes=0-1,3-4'))[0], 200)
  })

  await t.test('a link that nobody signed is no page, and one that is over says so', async () => {
    const { media } = await newest()
    const link: string = media.links.file
    const bent = link.slice(0, -8) + (link.at(-8) === 'A' ? 'B' : 'A') + link.slice(-7)
    for (const path of [bent, '/files/x', `${link}A`]) assert.equal((await ask('GET', path)).status, 404, path)
    clock.advance(12 * 3_600_000)
    const over = await ask('GET', link)
    assert.deepEqual([over.status, over.body.code], [410, 'link_over'])
    clock.advance(-12 * 3_600_000)
  })

  await t.test('what is uploaded is given to WhatsApp once and sent by its id', async () => {
    const { status, body: file } = await upload(samples.pdf(), 'Preise (März).pdf', 'application/pdf')
    assert.equal(status, 201)
    assert.deepEqual([file.kind, file.name, file.status], ['document', 'Preise (März).pdf', 'stored'])
    const first = await say({ mediaId: file.id, caption: ' Our prices ' })
    assert.deepEqual(
      [first.status, first.body.kind, first.body.text, first.body.media.id],
      [201, 'document', 'Our prices', file.id],
    )
    await say({ mediaId: file.id })
    await until('both are sent', async () => meta.outbox.length === 2)

    const [one, other] = sentBy(meta)
    assert.deepEqual(one?.content, { id: one?.content.id, caption: 'Our prices', filename: 'Preise (März).pdf' })
    assert.equal(other?.content.id, one?.content.id)
    const given = meta.calls.filter(({ path, method }) => method === 'POST' && path.endsWith('/media'))
    assert.equal(given.length, 1)
    assert.deepEqual(meta.files.find(one?.content.id ?? '')?.bytes, samples.pdf())
  })

  await t.test('a file that WhatsApp can’t take or loses is given anew, once', async () => {
    const { body: file } = await upload(await samples.photo(), 'cut.jpg', 'image/jpeg')
    meta.misbehave({ kind: 'media', trouble: 'lost', times: 1 })
    meta.misbehave({ kind: 'media', trouble: 'noUpload', times: 1 })
    const { body: message } = await say({ mediaId: file.id })
    await until('it is sent', async () => meta.outbox.length === 3)
    const { body: timeline } = await ask('GET', `${place}/messages/${message.id}/timeline`, { token })
    assert.deepEqual(
      timeline.attempts.map(({ state }: { state: string }) => state),
      ['refused', 'accepted'],
    )
  })

  await t.test('what can’t be sent is refused before it is kept, with what is wrong', async () => {
    const refused = async (bytes: Buffer, name: string, type: string) => {
      const { status, body } = await upload(bytes, name, type)
      return [status, body.code, body.detail]
    }
    const seven = Buffer.concat([await samples.photo(), randomBytes(7 * 1024 * 1024)])
    assert.deepEqual(await refused(seven, 'big.jpg', 'image/jpeg'), [
      413,
      'file_too_large',
      'This picture is 7 MB; WhatsApp takes 5 MB.',
    ])
    assert.deepEqual(await refused(samples.zip(), 'photo.jpg', 'image/jpeg'), [
      422,
      'not_what_it_says',
      '“photo.jpg” is not what its name says.',
    ])
    assert.equal((await refused(samples.html(), 'offer.pdf', 'application/pdf'))[1], 'not_what_it_says')
    assert.equal((await refused(samples.svg(), 'logo.svg', 'image/svg+xml'))[1], 'type_not_taken')
    assert.equal((await refused(samples.empty(), 'empty.txt', 'text/plain'))[1], 'empty_file')
    const none = await fetch(`${url}${place}/media`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}` },
      body: new FormData(),
    })
    assert.equal(none.status, 422)
    assert.equal((await fetch(`${url}${place}/media`, { method: 'POST', body: new FormData() })).status, 401)
  })

  await t.test(
    'a body without a form is the file itself, and a hundred megabytes are the most there may be',
    async () => {
      const send = (body: ReadableStream | Uint8Array, type: string, name: string) =>
        fetch(`${url}${place}/media?name=${name}`, {
          ...{
            method: 'POST',
            headers: { authorization: `Bearer ${token}`, 'content-type': type },
            body,
            duplex: 'half',
          },
        } as RequestInit)
      const plain = await send(new Uint8Array(samples.pdf()), 'application/pdf', 'offer.pdf')
      assert.equal(plain.status, 201)

      const piece = Buffer.alloc(1024 * 1024, 'a')
      let left = 101
      const endless = new ReadableStream({ pull: (to) => (left-- > 0 ? to.enqueue(piece) : to.close()) })
      const answer = await send(endless, 'text/plain', 'long.txt')
      assert.equal(answer.status, 413)
    },
  )

  await t.test('the same upload under the same key is one file', async () => {
    const key = { 'idempotency-key': 'upload-1' }
    const first = await upload(samples.pdf(), 'a.pdf', 'application/pdf', key)
    const again = await upload(samples.pdf(), 'a.pdf', 'application/pdf', key)
    assert.deepEqual([again.body.id, again.headers.get('idempotent-replay')], [first.body.id, 'true'])
    assert.equal((await upload(Buffer.from('Other'), 'a.txt', 'text/plain', key)).body.code, 'idempotency_key_reused')
  })

  await t.test('one message holds one thing, and a file that is not here does not leave', async () => {
    const { body: file } = await upload(samples.voice(), 'note.ogg', 'audio/ogg')
    assert.equal((await say({ mediaId: file.id, text: 'and words' })).body.errors[0].code, 'not_one_content')
    assert.equal((await say({ mediaId: file.id, caption: 'words' })).body.errors[0].code, 'no_caption_here')
    assert.equal((await say({ mediaId: '019a0000-0000-7000-8000-000000000000' })).status, 404)
  })
})
