import assert from 'node:assert/strict'
import test from 'node:test'
import { kindOf, whyNot } from './check-file.ts'

const mega = 1024 * 1024

test('what is too large, empty or of a kind WhatsApp does not show is said before it is uploaded', () => {
  assert.equal(whyNot({ type: 'image/jpeg', size: 7 * mega }), 'This picture is 7 MB; WhatsApp takes 5 MB.')
  assert.equal(whyNot({ type: 'video/mp4', size: 16 * mega + 1 }), 'This video is 16 MB; WhatsApp takes 16 MB.')
  assert.equal(whyNot({ type: 'application/pdf', size: 101 * mega }), 'This file is 101 MB; WhatsApp takes 100 MB.')
  assert.equal(whyNot({ type: 'text/plain', size: 0 }), 'This file is empty.')
  assert.equal(whyNot({ type: 'image/svg+xml', size: 10 }), 'WhatsApp takes JPEG and PNG pictures.')
  assert.equal(whyNot({ type: 'image/png', size: 5 * mega }), null)
  assert.equal(whyNot({ type: 'application/pdf', size: 100 * mega }), null)
})

test('a file goes as what it calls itself, else as a document', () => {
  assert.deepEqual(
    ['image/png', 'video/mp4', 'audio/ogg', 'application/pdf', ''].map((type) => kindOf({ type })),
    ['image', 'video', 'audio', 'document', 'document'],
  )
})
