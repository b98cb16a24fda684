import assert from 'node:assert/strict'
import { buffer } from 'node:stream/consumers'
import test from 'node:test'
import sharp from 'sharp'
import { messageWithFile } from '../../../world/files.ts'
import { type Inbox, inbox } from '../../../world/inbox.ts'
import { askAgain } from './ask-again.ts'
import { fetchMedia } from './fetch.ts'
import { samples } from './files.testing.ts'
import { type File, getFile } from './index.ts'
import { placeOf, thumbnailPlaceOf } from './place.ts'

test('files that customers send', async (t) => {
  const desk = await inbox(t, { retryBase: 1_000, transferTimeout: 1_500 })
  const { context, salon, clock, meta } = desk
  const file = (id: string) => salon.as(salon.staff, (tx) => getFile(tx, context, id))
  const fetch = (fileId: string) => fetchMedia.run(context, salon.tenantId, { fileId })
  const send = (as: File['kind'], bytes: Buffer, more: { type?: string; name?: string } = {}) =>
    arrive(desk, { as, bytes, type: more.type ?? 'image/jpeg', ...more })
  t.beforeEach(() => meta.behave())

  await t.test(
    'a picture is fetched, examined, and kept with a thumbnail that knows nothing but the picture',
    async () => {
      const bytes = await samples.photo()
      const id = await send('image', bytes)
      assert.equal((await file(id)).status, 'pending')
      await fetch(id)

      const { status, type, size, width, height, links, reason } = await file(id)
      assert.deepEqual(
        { status, type, size, reason },
        { status: 'stored', type: 'image/jpeg', size: bytes.length, reason: null },
      )
      assert.deepEqual([width, height], [800, 1200], 'as one looks at it')
      assert.ok(links?.thumbnail)
      const owner = { tenantId: salon.tenantId, id }
      assert.deepEqual(await buffer(await context.files.read(placeOf(owner))), bytes)
      const small = await buffer(await context.files.read(thumbnailPlaceOf(owner)))
      const metadata = await sharp(small).metadata()
      assert.deepEqual([metadata.format, metadata.width, metadata.height], ['webp', 427, 640])
      assert.equal(metadata.exif, undefined)
      assert.doesNotMatch(small.toString('latin1'), /Canary/)
    },
  )

  await t.test('once it is here nobody is asked again', async () => {
    const id = await send('image', await samples.png())
    await Promise.all([fetch(id), fetch(id)])
    const calls = meta.calls.length
    await fetch(id)
    assert.equal(meta.calls.length, calls)
  })

  await t.test('what is not what it came as is refused, and nothing of it kept', async () => {
    for (const [as, bytes, code] of [
      ['image', samples.zip(), 'not_what_it_says'],
      ['image', samples.svg(), 'not_what_it_says'],
      ['document', samples.empty(), 'empty_file'],
    ] as const) {
      const id = await send(as, bytes, { name: 'photo.jpg' })
      await fetch(id)
      const { status, reason, canFetchAgain } = await file(id)
      assert.deepEqual([status, reason?.code, canFetchAgain], ['refused', code, true])
      await assert.rejects(context.files.read(placeOf({ tenantId: salon.tenantId, id })))
    }
  })

  await t.test('a page that calls itself a PDF is bytes to download', async () => {
    const id = await send('document', samples.html(), { name: 'offer.pdf', type: 'application/pdf' })
    await fetch(id)
    assert.deepEqual([(await file(id)).type, (await file(id)).name], ['application/octet-stream', 'offer.pdf'])
  })

  await t.test(
    'trouble that passes is tried again: a wrong address, a broken line, a slow one, another checksum',
    async () => {
      for (const [trouble, code] of [
        ['notFound', 'file_not_handed_out'],
        ['brokenOff', 'file_broke_off'],
        ['slow', 'file_broke_off'],
        ['wrongHash', 'altered_on_the_way'],
      ] as const) {
        const id = await send('image', await samples.png())
        meta.misbehave({ kind: 'media', trouble, ms: 3_000, times: 1 })
        const outcome = await fetch(id)
        assert.equal(outcome.kind, 'snooze', trouble)
        assert.deepEqual([(await file(id)).status, (await file(id)).reason?.code], ['pending', code])
        clock.advance(2_000)
        await fetch(id)
        assert.equal((await file(id)).status, 'stored', trouble)
      }
    },
  )

  await t.test('a checksum that is wrong three times is wrong', async () => {
    const id = await send('image', await samples.png())
    meta.misbehave({ kind: 'media', trouble: 'wrongHash' })
    for (let tries = 0; tries < 3; tries++) {
      await fetch(id)
      clock.advance(60_000)
    }
    assert.deepEqual([(await file(id)).status, (await file(id)).reason?.code], ['refused', 'altered_on_the_way'])
  })

  await t.test('no way leads inside, and nothing larger than WhatsApp hands on is read', async () => {
    for (const [trouble, code] of [
      ['inside', 'address_not_allowed'],
      ['elsewhere', 'address_not_allowed'],
      ['tooLarge', 'file_too_large'],
    ] as const) {
      const id = await send('image', await samples.png())
      meta.misbehave({ kind: 'media', trouble, to: 'http://127.0.0.1:1/', times: 1 })
      await fetch(id)
      assert.deepEqual([(await file(id)).status, (await file(id)).reason?.code], ['refused', code])
    }
  })

  await t.test('an id that is over is said to be over; somebody may ask once more', async () => {
    const id = await send('image', await samples.png())
    meta.misbehave({ kind: 'media', trouble: 'gone', times: 1 })
    await fetch(id)
    assert.deepEqual([(await file(id)).status, (await file(id)).reason?.code], ['expired', 'no_longer_there'])
    await salon.as(salon.staff, (tx) => askAgain(tx, id))
    await fetch(id)
    assert.equal((await file(id)).status, 'stored')
    await assert.rejects(
      salon.as(salon.staff, (tx) => askAgain(tx, id)),
      { code: 'nothing_to_fetch' },
    )
  })

  await t.test('after seven days WhatsApp is not asked any more', async () => {
    const id = await send('image', await samples.png())
    clock.advance(7 * 24 * 3_600_000)
    const calls = meta.calls.length
    await fetch(id)
    assert.deepEqual([(await file(id)).status, meta.calls.length], ['expired', calls])
  })

  await t.test('what WhatsApp could not load itself is said, with nothing to try', async () => {
    const details = { id: '123456', mime_type: 'image/jpeg', errors: [{ code: 131052, title: 'Media download error' }] }
    const id = await messageWithFile(desk, { kind: 'image', text: null, details })
    assert.deepEqual([(await file(id)).status, (await file(id)).reason?.code], ['refused', 'provider_could_not_load'])
  })
})

/** A customer sends a file: it lies with Meta, and its message is taken in. Answers the file's id. */
function arrive(
  desk: Inbox,
  { as, bytes, type, name }: { as: File['kind']; bytes: Buffer; type: string; name?: string },
) {
  const shelved = desk.meta.files.put({ phoneNumberId: '15550001', by: 'customer', type, name: name ?? null, bytes })
  const sha256 = shelved.sha256.toString('base64')
  const details = { id: shelved.id, mime_type: type, sha256, ...(name === undefined ? {} : { filename: name }) }
  return messageWithFile(desk, { kind: as, text: null, details })
}
