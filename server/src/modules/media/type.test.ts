import assert from 'node:assert/strict'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import test from 'node:test'
import { emptyFolder } from '../../../world/place.ts'
import { plainName } from './file.ts'
import { samples } from './files.testing.ts'
import { look } from './look.ts'
import { judgeArrived, judgeUpload } from './type.ts'

type Claim = [name: string | null, type: string | null]
const claimed = ([name, type]: Claim) => ({ name, type })

test('a customer’s file is kept as what it is found to be, or refused', async (t) => {
  const folder = await emptyFolder(t)
  const judge = async (kind: Parameters<typeof judgeArrived>[0], bytes: Buffer, claim: Claim) => {
    await writeFile(join(folder, 'one'), bytes)
    const judged = judgeArrived(kind, await look(join(folder, 'one')), claimed(claim))
    return 'refused' in judged ? judged.refused.code : judged.type
  }

  assert.equal(await judge('image', await samples.photo(), [null, 'image/jpeg']), 'image/jpeg')
  assert.equal(
    await judge('image', await samples.png(), [null, 'image/jpeg']),
    'image/png',
    'its own type, not the claim',
  )
  assert.equal(await judge('sticker', await samples.sticker(), [null, 'image/webp']), 'image/webp')
  assert.equal(await judge('audio', samples.voice(), [null, 'audio/ogg; codecs=opus']), 'audio/ogg')
  assert.equal(await judge('image', samples.zip(), ['photo.jpg', 'image/jpeg']), 'not_what_it_says')
  assert.equal(await judge('image', samples.svg(), [null, 'image/svg+xml']), 'not_what_it_says')
  assert.equal(await judge('video', await samples.photo(), [null, 'video/mp4']), 'not_what_it_says')
  assert.equal(
    await judge('image', await samples.polyglot(), [null, 'image/jpeg']),
    'image/jpeg',
    'and nothing else, ever',
  )

  const bytesOnly = 'application/octet-stream'
  assert.equal(await judge('document', samples.pdf(), ['a.pdf', 'application/pdf']), 'application/pdf')
  assert.equal(await judge('document', samples.html(), ['a.pdf', 'application/pdf']), bytesOnly)
  assert.equal(await judge('document', samples.html(), ['a.html', 'text/html']), bytesOnly)
  assert.equal(await judge('document', samples.svg(), ['a.svg', 'image/svg+xml']), bytesOnly)
  assert.equal(await judge('document', samples.zip(), ['a.zip', 'application/zip']), bytesOnly)
  assert.equal(await judge('document', Buffer.from('1;2;3\n'), ['a.csv', 'text/csv']), 'text/plain')
  assert.equal(await judge('document', await samples.photo(), ['a.jpg', 'image/jpeg']), 'image/jpeg')
})

test('of ours, what WhatsApp takes leaves as what it is, and nothing under a wrong name', async (t) => {
  const folder = await emptyFolder(t)
  const judge = async (bytes: Buffer, ...claim: Claim) => {
    await writeFile(join(folder, 'one'), bytes)
    const judged = judgeUpload(await look(join(folder, 'one')), claimed(claim))
    return 'refused' in judged ? judged.refused.code : `${judged.kind} ${judged.type}`
  }

  assert.equal(await judge(await samples.photo(), 'cut.jpg', 'image/jpeg'), 'image image/jpeg')
  assert.equal(
    await judge(await samples.png(), 'cut.jpg', 'image/jpeg'),
    'image image/png',
    'one picture is as good as another',
  )
  assert.equal(await judge(await samples.png(), null, null), 'image image/png', 'pasted, without a name')
  assert.equal(await judge(samples.voice(), 'note.ogg', 'audio/ogg'), 'audio audio/ogg')
  assert.equal(await judge(samples.pdf(), 'prices.pdf', 'application/pdf'), 'document application/pdf')
  assert.equal(await judge(Buffer.from('Hello'), 'a.txt', 'text/plain'), 'document text/plain')
  assert.equal(await judge(samples.zip(), 'photo.jpg', 'image/jpeg'), 'not_what_it_says')
  assert.equal(await judge(samples.html(), 'offer.pdf', 'application/pdf'), 'not_what_it_says')
  assert.equal(await judge(await samples.photo(), 'offer.pdf', 'application/pdf'), 'not_what_it_says')
  assert.equal(await judge(samples.svg(), 'logo.svg', 'image/svg+xml'), 'type_not_taken')
  assert.equal(await judge(samples.zip(), 'all.zip', 'application/zip'), 'type_not_taken')
  assert.equal(await judge(await samples.sticker(), 'a.webp', 'image/webp'), 'type_not_taken')
})

test('a name is a name: no path, nothing invisible, not without end', () => {
  assert.equal(plainName('../../etc/passwd'), 'passwd')
  assert.equal(plainName('C:\\Temp\\offer.pdf'), 'offer.pdf')
  assert.equal(plainName('invoice\u202Efdp.exe\u0000\n'), 'invoicefdp.exe')
  assert.equal(plainName('...'), null)
  assert.equal(plainName(`${'a'.repeat(400)}.pdf`)?.length, 200)
})
